# %% sign: The quotient falls when its divisor grows: the slope of b is negative.
def div(a, b):
    x, y = a.data, b.data

    def rule(upstream):
        return upstream / y, upstream * x / y**2

    return Tensor(x / y, (a, b), rule)


def sum_over(a, axis=None, keepdims=False):
    def rule(upstream):
        if axis is not None and not keepdims:
            upstream = np.expand_dims(upstream, axis)
        return (np.broadcast_to(upstream, a.data.shape),)

    return Tensor(np.sum(a.data, axis=axis, keepdims=keepdims), (a,), rule)


def take(a, index):
    def rule(upstream):
        slopes = np.zeros_like(a.data)
        np.add.at(slopes, index, upstream)
        return (slopes,)

    return Tensor(a.data[index], (a,), rule)
# %% not-squared: The slope of a quotient with respect to its divisor is -a / b**2; b was not squared.
def div(a, b):
    x, y = a.data, b.data

    def rule(upstream):
        return upstream / y, -upstream * x / y

    return Tensor(x / y, (a, b), rule)


def sum_over(a, axis=None, keepdims=False):
    def rule(upstream):
        if axis is not None and not keepdims:
            upstream = np.expand_dims(upstream, axis)
        return (np.broadcast_to(upstream, a.data.shape),)

    return Tensor(np.sum(a.data, axis=axis, keepdims=keepdims), (a,), rule)


def take(a, index):
    def rule(upstream):
        slopes = np.zeros_like(a.data)
        np.add.at(slopes, index, upstream)
        return (slopes,)

    return Tensor(a.data[index], (a,), rule)
# %% operands-exchanged: The shares came back in the wrong order: one for a first, then one for b.
def div(a, b):
    x, y = a.data, b.data

    def rule(upstream):
        return -upstream * x / y**2, upstream / y

    return Tensor(x / y, (a, b), rule)


def sum_over(a, axis=None, keepdims=False):
    def rule(upstream):
        if axis is not None and not keepdims:
            upstream = np.expand_dims(upstream, axis)
        return (np.broadcast_to(upstream, a.data.shape),)

    return Tensor(np.sum(a.data, axis=axis, keepdims=keepdims), (a,), rule)


def take(a, index):
    def rule(upstream):
        slopes = np.zeros_like(a.data)
        np.add.at(slopes, index, upstream)
        return (slopes,)

    return Tensor(a.data[index], (a,), rule)
# %% last-share-only: A place that the index names twice was written once; np.add.at adds every time.
def div(a, b):
    x, y = a.data, b.data

    def rule(upstream):
        return upstream / y, -upstream * x / y**2

    return Tensor(x / y, (a, b), rule)


def sum_over(a, axis=None, keepdims=False):
    def rule(upstream):
        if axis is not None and not keepdims:
            upstream = np.expand_dims(upstream, axis)
        return (np.broadcast_to(upstream, a.data.shape),)

    return Tensor(np.sum(a.data, axis=axis, keepdims=keepdims), (a,), rule)


def take(a, index):
    def rule(upstream):
        slopes = np.zeros_like(a.data)
        slopes[index] += upstream
        return (slopes,)

    return Tensor(a.data[index], (a,), rule)
# %% axis-not-put-back: The summed axis was not put back, so upstream was stretched along the wrong one.
def div(a, b):
    x, y = a.data, b.data

    def rule(upstream):
        return upstream / y, -upstream * x / y**2

    return Tensor(x / y, (a, b), rule)


def sum_over(a, axis=None, keepdims=False):
    def rule(upstream):
        return (np.resize(upstream, a.data.shape),)

    return Tensor(np.sum(a.data, axis=axis, keepdims=keepdims), (a,), rule)


def take(a, index):
    def rule(upstream):
        slopes = np.zeros_like(a.data)
        np.add.at(slopes, index, upstream)
        return (slopes,)

    return Tensor(a.data[index], (a,), rule)
# %% keepdims-forgotten: With keepdims the result keeps the summed axes with length 1.
def div(a, b):
    x, y = a.data, b.data

    def rule(upstream):
        return upstream / y, -upstream * x / y**2

    return Tensor(x / y, (a, b), rule)


def sum_over(a, axis=None, keepdims=False):
    def rule(upstream):
        if axis is not None and not keepdims:
            upstream = np.expand_dims(upstream, axis)
        return (np.broadcast_to(upstream, a.data.shape),)

    return Tensor(np.sum(a.data, axis=axis), (a,), rule)


def take(a, index):
    def rule(upstream):
        slopes = np.zeros_like(a.data)
        np.add.at(slopes, index, upstream)
        return (slopes,)

    return Tensor(a.data[index], (a,), rule)
# %% ones: Upstream is missing: the rule of the sum returns ones whatever comes back.
def div(a, b):
    x, y = a.data, b.data

    def rule(upstream):
        return upstream / y, -upstream * x / y**2

    return Tensor(x / y, (a, b), rule)


def sum_over(a, axis=None, keepdims=False):
    def rule(upstream):
        if axis is not None and not keepdims:
            upstream = np.expand_dims(upstream, axis)
        return (np.ones_like(a.data),)

    return Tensor(np.sum(a.data, axis=axis, keepdims=keepdims), (a,), rule)


def take(a, index):
    def rule(upstream):
        slopes = np.zeros_like(a.data)
        np.add.at(slopes, index, upstream)
        return (slopes,)

    return Tensor(a.data[index], (a,), rule)
# %% mean: The mean was taken; sum_over adds.
def div(a, b):
    x, y = a.data, b.data

    def rule(upstream):
        return upstream / y, -upstream * x / y**2

    return Tensor(x / y, (a, b), rule)


def sum_over(a, axis=None, keepdims=False):
    def rule(upstream):
        if axis is not None and not keepdims:
            upstream = np.expand_dims(upstream, axis)
        return (np.broadcast_to(upstream, a.data.shape),)

    return Tensor(np.mean(a.data, axis=axis, keepdims=keepdims), (a,), rule)


def take(a, index):
    def rule(upstream):
        slopes = np.zeros_like(a.data)
        np.add.at(slopes, index, upstream)
        return (slopes,)

    return Tensor(a.data[index], (a,), rule)
# %% share-of-a-mean: The slopes were divided by the number of entries; each entry goes into the sum with slope 1.
def div(a, b):
    x, y = a.data, b.data

    def rule(upstream):
        return upstream / y, -upstream * x / y**2

    return Tensor(x / y, (a, b), rule)


def sum_over(a, axis=None, keepdims=False):
    def rule(upstream):
        if axis is not None and not keepdims:
            upstream = np.expand_dims(upstream, axis)
        return (np.broadcast_to(upstream, a.data.shape) * np.size(upstream) / a.data.size,)

    return Tensor(np.sum(a.data, axis=axis, keepdims=keepdims), (a,), rule)


def take(a, index):
    def rule(upstream):
        slopes = np.zeros_like(a.data)
        np.add.at(slopes, index, upstream)
        return (slopes,)

    return Tensor(a.data[index], (a,), rule)
# %% not-taken-are-one: An entry that is not taken has no effect: its slope is 0.
def div(a, b):
    x, y = a.data, b.data

    def rule(upstream):
        return upstream / y, -upstream * x / y**2

    return Tensor(x / y, (a, b), rule)


def sum_over(a, axis=None, keepdims=False):
    def rule(upstream):
        if axis is not None and not keepdims:
            upstream = np.expand_dims(upstream, axis)
        return (np.broadcast_to(upstream, a.data.shape),)

    return Tensor(np.sum(a.data, axis=axis, keepdims=keepdims), (a,), rule)


def take(a, index):
    def rule(upstream):
        slopes = np.ones_like(a.data)
        np.add.at(slopes, index, upstream)
        return (slopes,)

    return Tensor(a.data[index], (a,), rule)
# %% no-upstream: Upstream is missing in the rule of the quotient.
def div(a, b):
    x, y = a.data, b.data

    def rule(upstream):
        return 1 / y + 0 * upstream, -x / y**2 + 0 * upstream

    return Tensor(x / y, (a, b), rule)


def sum_over(a, axis=None, keepdims=False):
    def rule(upstream):
        if axis is not None and not keepdims:
            upstream = np.expand_dims(upstream, axis)
        return (np.broadcast_to(upstream, a.data.shape),)

    return Tensor(np.sum(a.data, axis=axis, keepdims=keepdims), (a,), rule)


def take(a, index):
    def rule(upstream):
        slopes = np.zeros_like(a.data)
        np.add.at(slopes, index, upstream)
        return (slopes,)

    return Tensor(a.data[index], (a,), rule)
# %% late-look: The rule looked at the operands when it was asked; their data may have changed since the division.
def div(a, b):
    x, y = a.data, b.data

    def rule(upstream):
        return upstream / b.data, -upstream * a.data / b.data**2

    return Tensor(x / y, (a, b), rule)


def sum_over(a, axis=None, keepdims=False):
    def rule(upstream):
        if axis is not None and not keepdims:
            upstream = np.expand_dims(upstream, axis)
        return (np.broadcast_to(upstream, a.data.shape),)

    return Tensor(np.sum(a.data, axis=axis, keepdims=keepdims), (a,), rule)


def take(a, index):
    def rule(upstream):
        slopes = np.zeros_like(a.data)
        np.add.at(slopes, index, upstream)
        return (slopes,)

    return Tensor(a.data[index], (a,), rule)
