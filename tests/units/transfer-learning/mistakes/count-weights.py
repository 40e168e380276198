# %% two-a-channel: Batch normalisation keeps four numbers for each channel; two of them are the moving averages.
def count_weights(layers, thawed):
    trained = frozen = 0
    for place, (kind, *sizes) in enumerate(layers):
        if kind == "norm":
            count = 2 * sizes[0]
        else:
            *window, inputs, outputs = sizes
            side = window[0] if window else 1
            count = (side * side * inputs + 1) * outputs
        if kind != "norm" and place >= len(layers) - thawed:
            trained += count
        else:
            frozen += count
    return trained, frozen, frozen + 4 * trained

# %% no-biases: The biases were not counted; every filter and every output has one.
def count_weights(layers, thawed):
    trained = frozen = 0
    for place, (kind, *sizes) in enumerate(layers):
        if kind == "norm":
            count = 4 * sizes[0]
        else:
            *window, inputs, outputs = sizes
            side = window[0] if window else 1
            count = side * side * inputs * outputs
        if kind != "norm" and place >= len(layers) - thawed:
            trained += count
        else:
            frozen += count
    return trained, frozen, frozen + 4 * trained

# %% side-once: A kernel has side times side places, not side.
def count_weights(layers, thawed):
    trained = frozen = 0
    for place, (kind, *sizes) in enumerate(layers):
        if kind == "norm":
            count = 4 * sizes[0]
        else:
            *window, inputs, outputs = sizes
            side = window[0] if window else 1
            count = (side * inputs + 1) * outputs
        if kind != "norm" and place >= len(layers) - thawed:
            trained += count
        else:
            frozen += count
    return trained, frozen, frozen + 4 * trained

# %% from-the-picture: The layers were counted from the picture; thawing begins at the scores.
def count_weights(layers, thawed):
    trained = frozen = 0
    for place, (kind, *sizes) in enumerate(layers):
        if kind == "norm":
            count = 4 * sizes[0]
        else:
            *window, inputs, outputs = sizes
            side = window[0] if window else 1
            count = (side * side * inputs + 1) * outputs
        if kind != "norm" and place < thawed:
            trained += count
        else:
            frozen += count
    return trained, frozen, frozen + 4 * trained

# %% norm-thawed: A thawed batch normalisation was trained; it stays frozen in any case.
def count_weights(layers, thawed):
    trained = frozen = 0
    for place, (kind, *sizes) in enumerate(layers):
        if kind == "norm":
            count = 4 * sizes[0]
        else:
            *window, inputs, outputs = sizes
            side = window[0] if window else 1
            count = (side * side * inputs + 1) * outputs
        if place >= len(layers) - thawed:
            trained += count
        else:
            frozen += count
    return trained, frozen, frozen + 4 * trained

# %% one-moment: Adam keeps two moments for each trained number, beside its slope.
def count_weights(layers, thawed):
    trained = frozen = 0
    for place, (kind, *sizes) in enumerate(layers):
        if kind == "norm":
            count = 4 * sizes[0]
        else:
            *window, inputs, outputs = sizes
            side = window[0] if window else 1
            count = (side * side * inputs + 1) * outputs
        if kind != "norm" and place >= len(layers) - thawed:
            trained += count
        else:
            frozen += count
    return trained, frozen, frozen + 3 * trained

# %% all-kept: Slopes and moments were counted for frozen numbers too; they have none.
def count_weights(layers, thawed):
    trained = frozen = 0
    for place, (kind, *sizes) in enumerate(layers):
        if kind == "norm":
            count = 4 * sizes[0]
        else:
            *window, inputs, outputs = sizes
            side = window[0] if window else 1
            count = (side * side * inputs + 1) * outputs
        if kind != "norm" and place >= len(layers) - thawed:
            trained += count
        else:
            frozen += count
    return trained, frozen, 4 * (frozen + trained)

# %% minus-zero: A slice from minus zero is the whole list: with nothing thawed, everything was.
def count_weights(layers, thawed):
    trained = frozen = 0
    for place, (kind, *sizes) in enumerate(layers):
        if kind == "norm":
            count = 4 * sizes[0]
        else:
            *window, inputs, outputs = sizes
            side = window[0] if window else 1
            count = (side * side * inputs + 1) * outputs
        if kind != "norm" and (place, kind) in list(enumerate(l[0] for l in layers))[-thawed:]:
            trained += count
        else:
            frozen += count
    return trained, frozen, frozen + 4 * trained
