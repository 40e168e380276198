"""Plain loops and numbers one at a time."""

# %% merge
def merge(layers):
    result = []
    index = 0
    while index < len(layers):
        W, b, bends = layers[index]
        while not bends and index + 1 < len(layers):
            index += 1
            W_next, b_next, bends = layers[index]
            b = [
                sum(b[i] * W_next[i, j] for i in range(len(b))) + b_next[j]
                for j in range(len(b_next))
            ]
            W = np.dot(W, W_next)
        result.append((W, np.array(b, dtype=float), bends))
        index += 1
    return result

# %% two-sides
import math

def two_sides(z):
    z = np.array(z, dtype=float)
    four = [np.empty(z.shape) for _ in range(4)]
    for index in np.ndindex(*z.shape):
        value = float(z[index])
        if value >= 0:
            e = math.exp(-value)
            p, q, log_p = 1 / (1 + e), e / (1 + e), -math.log1p(e)
            log_q = -value - math.log1p(e)
        else:
            e = math.exp(value)
            p, q, log_p, log_q = e / (1 + e), 1 / (1 + e), value - math.log1p(e), -math.log1p(e)
        for array, number in zip(four, (p, q, log_p, log_q)):
            array[index] = number
    return tuple(four)

# %% slope-from-output
import math

def slope_from_output(name, a, alpha=0.1):
    def one(value):
        if name == "sigmoid":
            return value - value * value
        if name == "tanh":
            return (1 - value) * (1 + value)
        if name == "softplus":
            return -math.expm1(-value)
        if value > 0:
            return 1.0
        return {"relu": 0.0, "leaky": alpha, "elu": alpha + value}[name]

    if name not in ("sigmoid", "tanh", "softplus", "relu", "leaky", "elu"):
        raise ValueError(name)
    a = np.array(a, dtype=float)
    slopes = np.zeros_like(a)
    for index in np.ndindex(*a.shape):
        slopes[index] = one(float(a[index]))
    return slopes

# %% prelu
def prelu(Z, alpha, G):
    n, d = Z.shape
    A, dZ, dalpha = np.zeros((n, d)), np.zeros((n, d)), np.zeros(d)
    for i in range(n):
        for j in range(d):
            z, g, left = float(Z[i, j]), float(G[i, j]), float(alpha[j])
            if z > 0:
                A[i, j], dZ[i, j] = z, g
            else:
                A[i, j], dZ[i, j] = left * z, g * left
                dalpha[j] += g * z
    return A, dZ, dalpha

# %% rrelu
def rrelu(Z, low, high, draws=None):
    A, slopes = np.zeros(Z.shape), np.ones(Z.shape)
    for index in np.ndindex(*Z.shape):
        r = (low + high) / 2
        if draws is not None:
            r = low * (1 - draws[index]) + high * draws[index]
        if Z[index] <= 0:
            slopes[index] = 1 / r
        A[index] = float(Z[index]) * slopes[index]
    return A, slopes

# %% softmax
def softmax(Z, temperature=1.0, axis=-1):
    if temperature <= 0:
        raise ValueError("the temperature must be positive")
    Z = np.moveaxis(np.array(Z, dtype=float), axis, -1)
    shares = np.zeros(Z.shape)
    for index in np.ndindex(*Z.shape[:-1]):
        scores = Z[index]
        weights = [np.exp((score - max(scores)) / temperature) for score in scores]
        shares[index] = np.array(weights) / sum(weights)
    return np.moveaxis(shares, -1, axis)

# %% softmax-backward
def softmax_backward(P, G, temperature=1.0):
    P, G = np.array(P, dtype=float), np.array(G, dtype=float)
    n, k = P.shape
    slopes = np.zeros((n, k))
    for s in range(n):
        for j in range(k):
            for i in range(k):
                slopes[s, j] += G[s, i] * P[s, i] * ((i == j) - P[s, j]) / temperature
    return slopes

# %% predictions
def predictions():
    def shares(numbers):
        return [number / sum(numbers) for number in numbers]

    return {
        "shifted": shares([6, 3, 1]),
        "doubled": shares([36, 9, 1]),
        "raised": shares([6, 3, 6]),
        "masked": shares([6, 0, 1]),
        "swapped": shares([1 / 6, 1 / 3, 1]),
    }

# %% dead-units
def dead_units(X, layers):
    result = []
    for W, b in layers:
        outputs = []
        for x in X:
            outputs.append([max(0, x @ W[:, j] + b[j]) for j in range(W.shape[1])])
        X = np.array(outputs)
        result.append(np.array([all(row[j] <= 0 for row in outputs) for j in range(W.shape[1])]))
    return result

# %% reach
def reach(X, layers, f, slope):
    every = []
    for x in X:
        J = np.eye(len(x))
        x = x.reshape(1, -1)
        for W, b in layers:
            z = x @ W + b
            J = J @ W @ np.diag(slope(z)[0])
            x = f(z)
        every.append(J)
    return np.array(every)

# %% choose
def choose():
    return {
        "leaky": (0.09578262852211514, 1.1116e-4),
        "half": (0.2, 2.842170943040401e-14),
        "fold": (0.07071067811865475, 1),
    }

# %% train
import math

def train(X, y, rate, rounds):
    w, b, losses = [0.0] * X.shape[1], 0.0, []
    n = len(y)
    for _ in range(rounds):
        loss, errors = 0.0, []
        for x, target in zip(X, y):
            z = sum(float(v) * float(value) for v, value in zip(w, x)) + b
            p = 1 / (1 + math.exp(-z)) if z > 0 else math.exp(z) / (1 + math.exp(z))
            loss += max(z, 0) - z * int(target) + math.log1p(math.exp(-abs(z)))
            errors.append(p - int(target))
        losses.append(loss / n)
        w = [v - rate * sum(e * x[i] for e, x in zip(errors, X)) / n for i, v in enumerate(w)]
        b -= rate * sum(errors) / n
    return np.array(w), b, losses
