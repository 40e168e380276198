# %% unbroadcast
def unbroadcast(slopes, shape):
    result = np.zeros(shape)
    front = slopes.ndim - len(shape)
    for place in np.ndindex(slopes.shape):
        home = tuple(0 if length == 1 else k for k, length in zip(place[front:], shape))
        result[home] += slopes[place]
    return result
# %% new-operations
def div(a, b):
    below = b.data
    quotient = a.data / below
    return Tensor(quotient, [a, b], lambda up: [up / below, -up * quotient / below])


def sum_over(a, axis=None, keepdims=False):
    shape = a.data.shape
    if axis is None:
        summed = set(range(len(shape)))
    else:
        axes = axis if isinstance(axis, tuple) else (axis,)
        summed = {k % len(shape) for k in axes}
    kept = [1 if k in summed else length for k, length in enumerate(shape)]

    def rule(up):
        return (np.reshape(up, kept) * np.ones(shape),)

    return Tensor(a.data.sum(axis, keepdims=keepdims), [a], rule)


def take(a, index):
    places = np.arange(a.data.size).reshape(a.data.shape)[index]

    def rule(up):
        flat = np.zeros(a.data.size)
        for place, share in zip(np.ravel(places), np.ravel(up)):
            flat[place] += share
        return (flat.reshape(a.data.shape),)

    return Tensor(a.data[index], [a], rule)
# %% order
def order(result):
    found, on_list, stack = [], set(), [result]
    while stack:
        tensor = stack[-1]
        missing = None
        for parent in tensor.parents:
            if id(parent) not in on_list:
                missing = parent
                break
        if missing is not None:
            stack.append(missing)
        else:
            stack.pop()
            if id(tensor) not in on_list:
                on_list.add(id(tensor))
                found.append(tensor)
    return found
# %% backward
def backward(result, order, unbroadcast):
    tensors = order(result)
    for k in range(len(tensors)):
        if len(tensors[k].parents) > 0:
            tensors[k].grad = None
    if result.grad is None:
        result.grad = np.ones(result.data.shape)
    else:
        result.grad = result.grad + np.ones(result.data.shape)
    for k in range(len(tensors) - 1, -1, -1):
        tensor = tensors[k]
        if len(tensor.parents) == 0:
            continue
        shares = tensor.rule(tensor.grad)
        for n in range(len(shares)):
            parent = tensor.parents[n]
            share = unbroadcast(shares[n], parent.data.shape)
            if parent.grad is None:
                parent.grad = np.array(share)
            else:
                parent.grad = np.array(parent.grad + share)
# %% directional-gaps
def directional_gaps(loss, arrays, grads, directions, step=1e-5):
    gaps = np.zeros(len(directions))
    for k in range(len(directions)):
        ends = []
        for sign in (1, -1):
            moved = []
            for a, d in zip(arrays, directions[k]):
                moved.append(np.array(a, dtype=float) + sign * step * np.asarray(d))
            ends.append(loss(moved))
        m = (ends[0] - ends[1]) / (2 * step)
        predicted = 0.0
        for g, d in zip(grads, directions[k]):
            for x, y in zip(np.ravel(g), np.ravel(d)):
                predicted += x * y
        gaps[k] = abs(predicted - m)
        if abs(m) > 1:
            gaps[k] /= abs(m)
    return gaps
# %% train
def train(parameters, loss, backward, rate, steps):
    losses = []
    while len(losses) < steps:
        for p in parameters:
            p.grad = None
        result = loss()
        backward(result)
        losses.append(result.data.item())
        for p in parameters:
            if p.grad is None:
                continue
            new = p.data.copy()
            new -= rate * p.grad
            p.data = new
    return losses
# %% mended-engine
def mended_engine(registers, program):
    states = [list(registers)]
    for op, into, i, j in program:
        state = list(states[-1])
        state[into] = apply(op, state[i], state[j])
        states.append(state)
    n = len(registers)
    slopes = [0.0] * n
    slopes[program[-1][1]] = 1.0
    for k in range(len(program) - 1, -1, -1):
        op, into, i, j = program[k]
        dx, dy = local_slopes(op, states[k][i], states[k][j])
        before = [0.0 if r == into else slopes[r] for r in range(n)]
        before[i] += slopes[into] * dx
        before[j] += slopes[into] * dy
        slopes = before
    return states[-1][program[-1][1]], slopes
# %% counter-examples
def counter_examples():
    return {
        "harmless": [("add", 0, 0), ("sub", 0, 2)],
        "third": [("add", 0, 0), ("add", 2, 0), ("mul", 3, 1)],
        "opposite": [("sub", 1, 0), ("add", 0, 0), ("add", 2, 3)],
    }
