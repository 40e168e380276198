# %% first-to-last: The layers were walked from the first to the last; the field grows from the output back to the input.
def seen(layers, t):
    first = last = t
    for k, stride, dilation, padding in layers:
        first = first * stride - padding
        last = last * stride - padding + dilation * (k - 1)
    return first, last

# %% padding-forgotten: Padding comes before cell 0 and shifts the field.
def seen(layers, t):
    first = last = t
    for k, stride, dilation, padding in reversed(layers):
        first = first * stride
        last = last * stride + dilation * (k - 1)
    return first, last

# %% padding-added: The padding was added: its cells come before cell 0, so the field moves towards smaller numbers.
def seen(layers, t):
    first = last = t
    for k, stride, dilation, padding in reversed(layers):
        first = first * stride + padding
        last = last * stride + padding + dilation * (k - 1)
    return first, last

# %% dilation-forgotten: The dilation was left out.
def seen(layers, t):
    first = last = t
    for k, stride, dilation, padding in reversed(layers):
        first = first * stride - padding
        last = last * stride - padding + (k - 1)
    return first, last

# %% k-cells: A window ends dilation (k - 1) cells behind its beginning; one cell too many was counted.
def seen(layers, t):
    first = last = t
    for k, stride, dilation, padding in reversed(layers):
        first = first * stride - padding
        last = last * stride - padding + dilation * k
    return first, last

# %% stride-forgotten: Window t begins at cell t stride - padding; the stride was left out.
def seen(layers, t):
    first = last = t
    for k, stride, dilation, padding in reversed(layers):
        first = first - padding
        last = last - padding + dilation * (k - 1)
    return first, last

# %% padding-before-stride: The padding is counted in cells of the layer's input: subtract it after the stride.
def seen(layers, t):
    first = last = t
    for k, stride, dilation, padding in reversed(layers):
        first = (first - padding) * stride
        last = (last - padding) * stride + dilation * (k - 1)
    return first, last

# %% end-not-included: The last cell itself is asked for, not the one behind it.
def seen(layers, t):
    first = last = t
    for k, stride, dilation, padding in reversed(layers):
        first = first * stride - padding
        last = last * stride - padding + dilation * (k - 1)
    return first, last + 1
