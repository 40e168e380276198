# %% rule-slopes
def rule_slopes(x):
    """Pairs of a value and a slope, carried through the formulas."""
    def times(f, g):
        return f[0] * g[0], f[1] * g[0] + f[0] * g[1]

    def plus(f, c):
        return f[0] + c, f[1]

    x = (np.array(x, dtype=float), np.ones(len(x)))
    square = times(x, x)
    decay = np.exp(-2 * x[0]), -2 * np.exp(-2 * x[0])
    fourth, lower = plus(times(square, square), 1), plus(square, 3)
    inverse = 1 / lower[0], -lower[1] / lower[0] ** 2
    wave = np.sin(x[0]), np.cos(x[0])
    inside = plus(times(wave, wave), 1)
    return np.array([
        times(times(square, x), decay)[1],
        fourth[1] / fourth[0],
        times((2 * x[0] - 1, 2 * x[1]), inverse)[1],
        inside[1] / (2 * np.sqrt(inside[0])),
    ])
# %% central
def central(f, x, c=6e-6):
    x = np.asarray(x, dtype=np.float64)
    h = np.where(np.abs(x) > 1, c * np.abs(x), c)
    up, down = np.add(x, h), np.subtract(x, h)
    return np.true_divide(f(up) - f(down), up - down)
# %% extrapolated
def extrapolated(f, x, h):
    steps, weights = (-h, -h / 2, h / 2, h), (1, -8, 8, -1)
    return sum(weight * f(x + step) for step, weight in zip(steps, weights)) / (6 * h)
# %% best-step
def best_step(r, M4):
    h = 2 * (3 * r / M4) ** (1 / 4)
    return h, h**2 * M4 / 6
# %% log-cosh
def log_cosh(X, y, w, b):
    e = np.einsum("nd,d->n", X, w) + b - y
    slope = np.where(e < 0, -1, 1) * -np.expm1(-2 * abs(e)) / (1 + np.exp(-2 * abs(e)))
    loss = np.mean(abs(e) - np.log(2 / (1 + np.exp(-2 * abs(e)))))
    return loss, np.einsum("nd,n->d", X, slope) / len(y), np.sum(slope) / len(y)
# %% jacobian
def jacobian(f, x, h=6e-6):
    steps = np.diag(np.full(len(x), h))
    up = np.array([np.atleast_1d(f(x + s)) for s in steps])
    down = np.array([np.atleast_1d(f(x - s)) for s in steps])
    return np.einsum("nm->mn", up - down) / (2 * h)
# %% gate-products
def gate_products(X, a, U, V):
    s = np.einsum("nd,d->n", X, a)
    JU = np.einsum("n,nd->nd", s, U) + np.einsum("ne,e,nd->nd", U, a, X, optimize=True)
    VJ = np.einsum("n,nd->nd", s, V) + np.einsum("n,d->nd", np.einsum("ne,ne->n", V, X), a)
    return JU, VJ
# %% graph-slopes
def graph_slopes(n, arrows):
    L = np.zeros((n, n))
    for i, j, slope in arrows:
        L[i, j] += slope
    slopes = np.eye(n)[n - 1]
    for i in reversed(range(n - 1)):
        slopes[i] = L[i] @ slopes
    return slopes
# %% mended-check
def mended_check(f, gradient, x, step=1e-5):
    a = gradient(x)
    if np.shape(a) != x.shape:
        return False
    flat, m = x.ravel(), []
    for k in range(flat.size):
        ends = [f(np.where(np.arange(flat.size) == k, flat + s, flat).reshape(x.shape)) for s in (step, -step)]
        m.append((ends[0] - ends[1]) / (2 * step))
    m = np.reshape(m, x.shape)
    return bool(np.max(np.abs(a - m)) <= 1e-4 * np.maximum(np.max(np.abs(a)), np.max(np.abs(m))))
# %% lies
def wave(x):
    return 3 * np.sin(10 * np.pi * x) + np.cos(20 * np.pi * x)


def kink(x):
    return 2 * x - np.abs(x) / 2 - np.sqrt(x * x)


def crease(p):
    x, y = p
    r = np.abs(x) + np.abs(y)
    return x + 2 * y + (8 * x**2 * y**2 / r**3 if r > 0 else 0.0)
# %% stationary-kind
def stationary_kind(gradient, x, h=1e-4):
    if (abs(gradient(x)) > 1e-6).any():
        return "slope"
    unit = np.eye(len(x))
    H = np.array([[(unit[i] @ (gradient(x + h * unit[j]) - gradient(x - h * unit[j]))) / (2 * h)
                   for j in range(len(x))] for i in range(len(x))])
    low, high = np.linalg.eigvalsh((H + H.T) / 2)[[0, -1]]
    if low < -1e-4 and high > 1e-4:
        return "saddle"
    if low > 1e-4:
        return "minimum"
    return "maximum" if high < -1e-4 else "undecided"
