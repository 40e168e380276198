# %% unbroadcast
def unbroadcast(slopes, shape):
    padded = (1,) * (slopes.ndim - len(shape)) + tuple(shape)
    axes = tuple(k for k, length in enumerate(padded) if length == 1)
    return np.reshape(slopes.sum(axis=axes, keepdims=True), shape)
# %% new-operations
def div(a, b):
    above, inverse = a.data, 1 / b.data

    def rule(upstream):
        to_a = upstream * inverse
        return to_a, -to_a * above * inverse

    return Tensor(above * inverse, (a, b), rule)


def sum_over(a, axis=None, keepdims=False):
    kept = np.sum(a.data, axis=axis, keepdims=True)
    data = kept if keepdims else np.sum(a.data, axis=axis)

    def rule(upstream):
        return (np.zeros_like(a.data) + np.reshape(upstream, kept.shape),)

    return Tensor(data, (a,), rule)


def take(a, index):
    places = np.arange(a.data.size).reshape(a.data.shape)[index]

    def rule(upstream):
        summed = np.bincount(np.ravel(places), np.ravel(upstream), a.data.size)
        return (summed.reshape(a.data.shape),)

    return Tensor(np.array(a.data[index]), (a,), rule)
# %% order
def order(result):
    # Kahn's algorithm from the result down: a tensor is placed when all its children are.
    children, found, stack = {id(result): 0}, [], [result]
    while stack:
        tensor = stack.pop()
        for parent in tensor.parents:
            if id(parent) not in children:
                children[id(parent)] = 0
                stack.append(parent)
            children[id(parent)] += 1
    ready = [result]
    while ready:
        tensor = ready.pop()
        found.append(tensor)
        for parent in tensor.parents:
            children[id(parent)] -= 1
            if children[id(parent)] == 0:
                ready.append(parent)
    return found[::-1]
# %% backward
def backward(result, order, unbroadcast):
    tensors = order(result)
    slopes = {id(tensor): np.zeros(tensor.data.shape) for tensor in tensors}
    slopes[id(result)] = np.ones(result.data.shape)
    for tensor in tensors[::-1]:
        if tensor.rule is not None and len(tensor.parents):
            for parent, share in zip(tensor.parents, tensor.rule(slopes[id(tensor)])):
                fitted = unbroadcast(share, parent.data.shape)
                slopes[id(parent)] = np.add(slopes[id(parent)], fitted)
    for tensor in tensors:
        new = slopes[id(tensor)]
        if len(tensor.parents) or tensor.grad is None:
            tensor.grad = new
        else:
            tensor.grad = tensor.grad + new
# %% directional-gaps
def directional_gaps(loss, arrays, grads, directions, step=1e-5):
    measured = np.array([
        (loss([a + step * d for a, d in zip(arrays, way)])
         - loss([a - step * d for a, d in zip(arrays, way)])) / (2 * step)
        for way in directions
    ])
    predicted = np.array([
        sum(np.vdot(g, d) for g, d in zip(grads, way)) for way in directions
    ])
    return np.abs(predicted - measured) / np.maximum(1, np.abs(measured))
# %% train
def train(parameters, loss, backward, rate, steps):
    def forget():
        for p in parameters:
            p.grad = None

    losses = []
    for _ in range(steps):
        forget()
        result = loss()
        backward(result)
        moved = [p.data if p.grad is None else p.data - rate * p.grad for p in parameters]
        for p, new in zip(parameters, moved):
            p.data = new
        losses += [float(result.data)]
    return losses
# %% mended-engine
def mended_engine(registers, program):
    # Every instruction gets a number of its own; a register is only a name for the last of them.
    values, names = list(registers), list(range(len(registers)))
    entries = []
    for op, into, i, j in program:
        entries.append((op, names[i], names[j]))
        values.append(apply(op, values[names[i]], values[names[j]]))
        names[into] = len(values) - 1
    slopes = [0.0] * (len(values) - 1) + [1.0]
    for place in range(len(values) - 1, len(registers) - 1, -1):
        op, i, j = entries[place - len(registers)]
        to_i, to_j = local_slopes(op, values[i], values[j])
        slopes[i] += to_i * slopes[place]
        slopes[j] += to_j * slopes[place]
    return values[-1], slopes[: len(registers)]
# %% counter-examples
def counter_examples():
    cube = [["mul", 0, 0], ["mul", 0, 2], ["sub", 3, 1]]
    cube[1] = ["mul", 2, 0]
    return {
        "harmless": [["mul", 0, 1], ["sub", 1, 1], ["mul", 0, 3], ["add", 2, 4]],
        "third": cube,
        "opposite": [["sub", 1, 0], ["add", 0, 2], ["add", 0, 3]],
    }
