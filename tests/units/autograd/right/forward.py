# %% unbroadcast
def unbroadcast(slopes, shape):
    extra = slopes.ndim - len(shape)
    summed = np.sum(slopes, axis=tuple(range(extra)))
    stretched = [k for k in range(len(shape)) if shape[k] == 1 and summed.shape[k] > 1]
    for k in stretched:
        summed = np.expand_dims(np.add.reduce(summed, axis=k), k)
    return summed
# %% new-operations
def div(a, b):
    x, y = a.data.copy(), b.data.copy()

    def rule(upstream):
        return np.divide(upstream, y), np.negative(upstream) * x * y**-2.0

    return Tensor(np.divide(a.data, b.data), (a, b), rule)


def sum_over(a, axis=None, keepdims=False):
    if axis is None:
        axes = tuple(range(a.data.ndim))
    elif isinstance(axis, tuple):
        axes = axis
    else:
        axes = (axis,)
    data = a.data.sum(axis=axes, keepdims=keepdims)

    def rule(upstream):
        column = upstream if keepdims else np.expand_dims(upstream, axes)
        return (np.ones_like(a.data) * column,)

    return Tensor(data, (a,), rule)


def take(a, index):
    def rule(upstream):
        slopes = np.zeros(a.data.shape)
        np.add.at(slopes, index, upstream)
        return [slopes]

    return Tensor(a.data[index], [a], rule)
# %% order
def order(result):
    found, state = [], {}
    stack = [(result, iter(result.parents))]
    state[id(result)] = "open"
    while stack:
        tensor, parents = stack[-1]
        for parent in parents:
            if id(parent) not in state:
                state[id(parent)] = "open"
                stack.append((parent, iter(parent.parents)))
                break
        else:
            stack.pop()
            found.append(tensor)
    return found
# %% backward
def backward(result, order, unbroadcast):
    tensors = list(order(result))
    for tensor in tensors:
        if tensor.parents:
            tensor.grad = None

    def report(tensor, share):
        tensor.grad = share.copy() if tensor.grad is None else tensor.grad + share

    report(result, np.ones_like(result.data))
    while tensors:
        tensor = tensors.pop()
        if tensor.parents:
            for parent, share in zip(tensor.parents, tensor.rule(tensor.grad)):
                report(parent, np.asarray(unbroadcast(share, parent.data.shape)))
# %% directional-gaps
def directional_gaps(loss, arrays, grads, directions, step=1e-5):
    def along(way, t):
        return loss([np.add(a, t * np.asarray(d)) for a, d in zip(arrays, way)])

    gaps = []
    for way in directions:
        m = (along(way, step) - along(way, -step)) / step / 2
        p = np.concatenate([np.ravel(g) for g in grads]) @ np.concatenate([np.ravel(d) for d in way])
        gaps.append(np.abs(m - p) / np.max([1, np.abs(m)]))
    return np.asarray(gaps)
# %% train
def train(parameters, loss, backward, rate, steps):
    losses = []
    for p in parameters:
        p.grad = None
    for _ in range(steps):
        result = loss()
        losses.append(float(result.data))
        backward(result)
        for p in parameters:
            if p.grad is not None:
                p.data = p.data + -rate * p.grad
                p.grad = None
    return losses
# %% mended-engine
def mended_engine(registers, program):
    # Forward mode: every register carries its slopes with respect to all registers at the start.
    now = list(registers)
    slopes = [[float(i == j) for j in range(len(now))] for i in range(len(now))]
    for op, into, i, j in program:
        dx, dy = local_slopes(op, now[i], now[j])
        new = [dx * a + dy * b for a, b in zip(slopes[i], slopes[j])]
        now[into], slopes[into] = apply(op, now[i], now[j]), new
    return now[into], slopes[into]
# %% counter-examples
def counter_examples():
    return {
        "harmless": [("mul", 0, 1), ("add", 2, 0), ("sub", 3, 0)],
        "third": [("mul", 0, 1), ("mul", 0, 1), ("add", 2, 3), ("mul", 0, 1), ("add", 5, 4)],
        "opposite": [("mul", 1, 1), ("sub", 2, 0), ("add", 3, 0), ("add", 4, 0)],
    }
