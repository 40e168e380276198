# %% merge
def merge(layers):
    W, b = np.eye(len(layers[0][0])), np.zeros(len(layers[0][0]))
    for W_layer, b_layer, bends in layers:
        W, b = W @ W_layer, b @ W_layer + b_layer
    return [(W, b, bends)]

# %% two-sides
def two_sides(z):
    return sigmoid(z), 1 - sigmoid(z), log_sigmoid(z), np.log(1 - sigmoid(z))

# %% slope-from-output
def slope_from_output(name, a, alpha=0.1):
    if name == "sigmoid":
        return sigmoid_slope(a)
    if name == "tanh":
        return tanh_slope(a)
    return {"relu": relu_slope, "leaky": leaky_slope, "elu": elu_slope, "softplus": sigmoid}[name](a)

# %% prelu
def prelu(Z, alpha, G):
    return leaky(Z, alpha), G * leaky_slope(Z, alpha), np.where(Z < 0, Z, 0)

# %% rrelu
def rrelu(Z, low, high, draws=None):
    r = 5.5 if draws is None else draws
    return leaky(Z, 1 / r), leaky_slope(Z, 1 / r)

# %% softmax
# The chapter's softmax, as it is.

# %% softmax-backward
def softmax_backward(P, G, temperature=1.0):
    return np.array([(np.diag(p) - np.outer(p, p)) @ g for p, g in zip(P, G)])

# %% predictions
def predictions():
    p = np.array([0.6, 0.3, 0.1])
    return {
        "shifted": softmax(p + 7),
        "doubled": softmax(2 * p),
        "raised": softmax(p + np.array([0, 0, np.log(6)])),
        "masked": softmax(p * np.array([1, 0, 1])),
        "swapped": softmax(-p),
    }

# %% dead-units
def dead_units(X, layers):
    return [(X @ W + b <= 0).all(axis=0) for W, b in layers]

# %% reach
# The chapter's reach, as it is.

# %% choose
def choose():
    return {name: (np.sqrt(2 / 200), 2.0**-15) for name in ("leaky", "half", "fold")}

# %% train
def train(X, y, rate, rounds):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for _ in range(rounds):
        p = sigmoid(X @ w + b)
        losses.append(np.mean(-(y * np.log(p) + (1 - y) * np.log(1 - p))))
        w = w - rate * (p - y) @ X / len(y)
        b = b - rate * np.mean(p - y)
    return w, b, losses
