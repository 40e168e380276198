# %% z-for-the-output: z is the activation's input, and it was used as if it were the output.
def activation_backward(kind, z, upstream):
    if kind == "sigmoid":
        return upstream * z * (1 - z)
    if kind == "tanh":
        return upstream * (1 - z**2)
    if kind == "relu":
        return upstream * (z > 0)
    raise ValueError(kind)
# %% corner: The derivative of ReLU at 0 is taken as 1, and the task takes 0.
def activation_backward(kind, z, upstream):
    if kind == "sigmoid":
        s = 0.5 * (1 + np.tanh(0.5 * z))
        return upstream * s * (1 - s)
    if kind == "tanh":
        return upstream * (1 - np.tanh(z) ** 2)
    if kind == "relu":
        return upstream * (z >= 0)
    raise ValueError(kind)
# %% no-upstream: The derivative was not multiplied by what comes from above.
def activation_backward(kind, z, upstream):
    if kind == "sigmoid":
        s = 0.5 * (1 + np.tanh(0.5 * z))
        return s * (1 - s)
    if kind == "tanh":
        return 1 - np.tanh(z) ** 2
    if kind == "relu":
        return (z > 0).astype(z.dtype)
    raise ValueError(kind)
# %% sign-of-upstream: Whether a ReLU passes is decided by z, and here upstream decides.
def activation_backward(kind, z, upstream):
    if kind == "sigmoid":
        s = 0.5 * (1 + np.tanh(0.5 * z))
        return upstream * s * (1 - s)
    if kind == "tanh":
        return upstream * (1 - np.tanh(z) ** 2)
    if kind == "relu":
        return np.maximum(upstream, 0)
    raise ValueError(kind)
# %% overflow: exp(-z) over its square is infinity over infinity for very negative z.
def activation_backward(kind, z, upstream):
    if kind == "sigmoid":
        with np.errstate(all="ignore"):
            return upstream * np.exp(-z) / (1 + np.exp(-z)) ** 2
    if kind == "tanh":
        return upstream * (1 - np.tanh(z) ** 2)
    if kind == "relu":
        return upstream * (z > 0)
    raise ValueError(kind)
# %% writes-into-upstream: The zeros of ReLU were written into the caller's array.
def activation_backward(kind, z, upstream):
    if kind == "sigmoid":
        s = 0.5 * (1 + np.tanh(0.5 * z))
        return upstream * s * (1 - s)
    if kind == "tanh":
        return upstream * (1 - np.tanh(z) ** 2)
    if kind == "relu":
        upstream[z <= 0] = 0
        return upstream
    raise ValueError(kind)
# %% no-error: An unknown name falls through to None instead of raising a ValueError.
def activation_backward(kind, z, upstream):
    if kind == "sigmoid":
        s = 0.5 * (1 + np.tanh(0.5 * z))
        return upstream * s * (1 - s)
    if kind == "tanh":
        return upstream * (1 - np.tanh(z) ** 2)
    if kind == "relu":
        return upstream * (z > 0)
# %% else-relu: Every name but two is taken for ReLU, so an unknown one is not refused.
def activation_backward(kind, z, upstream):
    if kind == "sigmoid":
        s = 0.5 * (1 + np.tanh(0.5 * z))
        return upstream * s * (1 - s)
    if kind == "tanh":
        return upstream * (1 - np.tanh(z) ** 2)
    if kind == "step":
        raise ValueError
    return upstream * (z > 0)
# %% clips-upstream: Negative derivatives from above were cut off at 0; ReLU cuts by z alone.
def activation_backward(kind, z, upstream):
    if kind == "sigmoid":
        s = 0.5 * (1 + np.tanh(0.5 * z))
        return upstream * s * (1 - s)
    if kind == "tanh":
        return upstream * (1 - np.tanh(z) ** 2)
    if kind == "relu":
        return np.maximum(upstream, 0) * (z > 0)
    raise ValueError
