# %% rule-slopes
import math


def rule_slopes(x):
    rows = [[], [], [], []]
    for value in x:
        v = float(value)
        rows[0].append(v * v * (3 - 2 * v) / math.exp(2 * v))
        rows[1].append(4 * v**3 / (1 + v**4))
        rows[2].append(2 / (v * v + 3) - 2 * v * (2 * v - 1) / (v * v + 3) ** 2)
        rows[3].append(math.sin(v) * math.cos(v) / math.sqrt(1 + math.sin(v) ** 2))
    return np.array(rows)
# %% predictions
def predictions():
    def relu(z):
        return max(0.0, z)

    return [
        (3.1**2 - 9) / 0.1, (103**2 - 97**2) / 200, 2.5**3 - 1.5**3, 0.0,
        (relu(0.07) - relu(-0.03)) / 0.1, 1 / 0.002, (np.exp(1e-17) - 1) / 1e-17,
    ]
# %% central
def central(f, x, c=6e-6):
    x = np.array(x, dtype=float)
    upper, lower = np.empty(x.shape), np.empty(x.shape)
    for place in np.ndindex(x.shape):
        h = c * max(1.0, abs(x[place]))
        upper[place], lower[place] = x[place] + h, x[place] - h
    return np.asarray(f(upper) - f(lower)) / (upper - lower)
# %% extrapolated
def extrapolated(f, x, h):
    q = h / 2
    return (8 * (f(x + q) - f(x - q)) - (f(x + h) - f(x - h))) / (6 * h)
# %% best-step
import math


def best_step(r, M4):
    h = math.sqrt(math.sqrt(48 * r / M4))
    return h, 2 * math.sqrt(r * M4 / 3)
# %% log-cosh
import math


def log_cosh(X, y, w, b):
    n, d = X.shape
    loss, dw, db = 0.0, [0.0] * d, 0.0
    for s in range(n):
        e = sum(float(X[s, j]) * float(w[j]) for j in range(d)) + b - float(y[s])
        loss += (abs(e) + math.log((1 + math.exp(-2 * abs(e))) / 2)) / n
        slope = math.tanh(e) / n
        db += slope
        for j in range(d):
            dw[j] += slope * float(X[s, j])
    return loss, np.array(dw), db
# %% jacobian
def jacobian(f, x, h=6e-6):
    n = len(x)
    m = np.size(f(np.array(x, dtype=float)))
    J = np.zeros((m, n))
    for j in range(n):
        up, down = np.array(x, dtype=float), np.array(x, dtype=float)
        up[j] += h
        down[j] -= h
        top, bottom = np.ravel(f(up)), np.ravel(f(down))
        for i in range(m):
            J[i, j] = (top[i] - bottom[i]) / (2 * h)
    return J
# %% gate-products
def gate_products(X, a, U, V):
    JU, VJ = [], []
    for x, u, v in zip(X, U, V):
        JU.append((a @ x) * u + (a @ u) * x)
        VJ.append((a @ x) * v + (v @ x) * a)
    return np.array(JU), np.array(VJ)
# %% graph-slopes
def graph_slopes(n, arrows):
    slopes = [0.0] * n
    slopes[n - 1] = 1.0
    for end in range(n - 1, 0, -1):
        for i, j, slope in arrows:
            if j == end:
                slopes[i] += slope * slopes[j]
    return slopes
# %% mended-check
def mended_check(f, gradient, x, step=1e-5):
    a = np.asarray(gradient(x))
    if a.shape != x.shape:
        return False
    pairs = []
    for place in np.ndindex(x.shape):
        up, down = x.astype(float), x.astype(float)
        up[place] += step
        down[place] -= step
        pairs.append((float(a[place]), (f(up) - f(down)) / (2 * step)))
    largest = max(abs(v) for pair in pairs for v in pair)
    return all(abs(one - other) <= 1e-4 * largest for one, other in pairs)
# %% lies
def wave(x):
    return np.cos(10 * np.pi * x - 1)


def kink(x):
    return 3 * x if x > 0 else x


def crease(p):
    x, y = float(p[0]), float(p[1])
    if x == 0 and y == 0:
        return 0.0
    return x + 2 * y - 2 * x * y / np.hypot(x, y)
# %% stationary-kind
def stationary_kind(gradient, x, h=1e-4):
    if any(abs(g) > 1e-6 for g in gradient(x)):
        return "slope"
    n = len(x)
    H = np.zeros((n, n))
    for j in range(n):
        up, down = np.array(x, dtype=float), np.array(x, dtype=float)
        up[j] += h
        down[j] -= h
        H[j] = (gradient(up) - gradient(down)) / (2 * h)
    values = np.linalg.eigvals((H + H.T) / 2).real
    positive, negative = sum(values > 1e-4), sum(values < -1e-4)
    if positive and negative:
        return "saddle"
    if positive == n:
        return "minimum"
    return "maximum" if negative == n else "undecided"
