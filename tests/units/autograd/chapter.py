# The chapter's engine, with this unit's names for its parts.

# %% unbroadcast
def unbroadcast(slopes, shape):
    while slopes.ndim > len(shape):
        slopes = slopes.sum(axis=0)
    assert slopes.shape == shape, f"{slopes.shape} does not fit {shape}"
    return slopes

# %% new-operations
def div(a, b):
    x, y = a.data, b.data
    return Tensor(x / y, (a, b), lambda g: (g * y, g * x))


def sum_over(a, axis=None, keepdims=False):
    return Tensor(a.data.sum(), (a,), lambda g: (g * np.ones_like(a.data),))


def take(a, index):
    return Tensor(a.data[index], (a,), lambda g: (g * np.ones_like(a.data),))

# %% order
def order(result):
    found, waiting = {}, [result]
    while waiting:
        tensor = waiting.pop()
        if id(tensor) not in found:
            found[id(tensor)] = tensor
            waiting += [operand for operand in tensor.parents]
    return [found[number] for number in sorted(found)]

# %% backward
def backward(result, order, unbroadcast):
    for tensor in order(result):
        tensor.grad = np.zeros_like(tensor.data)
    result.grad = np.ones_like(result.data)
    for tensor in reversed(order(result)):
        if tensor.parents:
            for operand, share in zip(tensor.parents, tensor.rule(tensor.grad)):
                operand.grad = operand.grad + unbroadcast(share, operand.data.shape)

# %% directional-gaps
def directional_gaps(loss, arrays, grads, directions, step=1e-5):
    gaps = []
    for array, grad in zip(arrays, grads):
        slopes = np.zeros_like(array)
        for at in np.ndindex(array.shape):
            one = np.zeros_like(array)
            one[at] = step
            slopes[at] = (loss([array + one]) - loss([array - one])) / (2 * step)
        gaps.append(abs(grad - slopes).max())
    return np.array(gaps)

# %% train
def train(parameters, loss, backward, rate, steps):
    losses = []
    for _ in range(steps):
        for parameter in parameters:
            parameter.grad = np.zeros_like(parameter.data)
        result = loss()
        backward(result)
        for parameter in parameters:
            parameter.data = parameter.data - rate * parameter.grad
        losses.append(float(result.data))
    return losses

# %% mended-engine
def mended_engine(registers, program):
    for op, into, i, j in program:
        registers[into] = apply(op, registers[i], registers[j])
    slopes = [0.0] * len(registers)
    slopes[program[-1][1]] = 1.0
    for op, into, i, j in reversed(program):
        to_i, to_j = local_slopes(op, registers[i], registers[j])
        slopes[i] = slopes[i] + slopes[into] * to_i
        slopes[j] = slopes[j] + slopes[into] * to_j
    return registers[program[-1][1]], slopes

# %% counter-examples
def counter_examples():
    square = [("mul", 0, 0)]
    return {"harmless": [("mul", 0, 1), ("add", 2, 0), ("mul", 2, 3)], "third": square, "opposite": square}
