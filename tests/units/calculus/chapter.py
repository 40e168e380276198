# %% rule-slopes
def rule_slopes(x):
    def one(v):
        t = Pair(v, 1.0)
        first = t * t * t * exp(Pair(-2.0) * t)
        four = [lambda v: np.log(1 + v**4), lambda v: (2 * v - 1) / (v**2 + 3),
                lambda v: np.sqrt(1 + np.sin(v) ** 2)]
        return [first.slope, *[(f(v + 6e-6) - f(v - 6e-6)) / 1.2e-5 for f in four]]
    return np.array([one(v) for v in x]).T

# %% predictions
def predictions():
    cases = [(forward, lambda x: x**2, 3, 0.1), (central, lambda x: x**2, 3, 0.1), (central, lambda x: x**3, 2, 0.1)]
    return [q(f, x, h) for q, f, x, h in cases] + [0.0, 0.5, 0.0, 1.0]

# %% central
def central(f, x, c=6e-6):
    return (f(x + c) - f(x - c)) / (2 * c)

# %% extrapolated
def extrapolated(f, x, h):
    return (f(x + h) - f(x - h)) / (2 * h)

# %% best-step
def best_step(r, M4):
    h = np.cbrt(3 * r / M4)
    return h, 1.5 * r / h

# %% log-cosh
def log_cosh(X, y, w, b):
    e = X @ w + b - y
    return np.mean(e**2), 2 / len(X) * X.T @ e, 2 * np.mean(e)

# %% jacobian
def jacobian(f, x, h=6e-6):
    return np.array([(f(x + h * one) - f(x - h * one)) / (2 * h) for one in np.eye(len(x))])

# %% gate-products
def gate_products(X, a, U, V):
    J = [(a @ x) * np.eye(len(a)) + np.outer(x, a) for x in X]
    return np.array([j @ u for j, u in zip(J, U)]), np.array([v @ j for j, v in zip(J, V)])

# %% graph-slopes
def graph_slopes(n, arrows):
    slopes = np.ones(n)
    for i, j, slope in arrows:
        slopes[j] = slopes[i] * slope
    return slopes

# %% mended-check
def mended_check(f, gradient, x, step=1e-5):
    return bool(abs(gradient(x) - measured_gradient(f, x, step)).max() < 1e-8)

# %% lies
def wave(x):
    return np.sin(1000 * x) / 1000


def kink(x):
    return max(x, 0.0)


def crease(p):
    a, b = [np.maximum(0, v) + np.maximum(0, -v) for v in p]
    return a - np.maximum(0, a - b)

# %% stationary-kind
def stationary_kind(gradient, x, h=1e-4):
    H = np.array([(gradient(x + h * one) - gradient(x - h * one)) / (2 * h) for one in np.eye(len(x))])
    values = np.linalg.eigvalsh(H)
    return "minimum" if values.min() > 0 else "maximum" if values.max() < 0 else "saddle"
