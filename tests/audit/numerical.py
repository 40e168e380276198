"""What the operators for numerical code make of small samples, by module."""

from tests.audit.sample import Sample

SAMPLES = [
    # stability
    Sample(
        "epsilon-dropped",
        """
y = np.log(p + 1e-12)
z = g / (s + eps)
""",
        ["y = np.log(p)", "z = g / s"],
        spared="y = np.log(p + 1)",
    ),
    Sample(
        "floor-dropped",
        """
y = d / max(1e-3, s)
z = np.log(np.maximum(p, eps))
""",
        ["y = d / s", "z = np.log(p)"],
        spared="y = max(a, b)",
    ),
    Sample(
        "clip-dropped",
        """
y = np.clip(p, 0, 1)
z = np.maximum(x, 0)
""",
        ["y = p", "z = x"],
        spared="y = np.maximum(a, b)",
    ),
    Sample(
        "log1p-undone",
        "y = np.log1p(np.exp(-x))",
        ["y = np.log(1 + np.exp(-x))"],
        spared="y = np.log(1 + x)",
    ),
    Sample(
        "expm1-undone",
        "y = a * np.expm1(x)",
        ["y = a * (np.exp(x) - 1)"],
        spared="y = np.exp(x) - 1",
    ),
    Sample(
        "maximum-not-subtracted",
        """
e = np.exp(z - z.max(axis=1, keepdims=True))
m = np.max(s)
f = np.exp(s - m)
s -= s.max()
""",
        ["e = np.exp(z)", "f = np.exp(s)", "- s -= s.max()"],
        spared="e = np.exp(z - mean)",
    ),
    Sample(
        "logsumexp-undone",
        """
y = np.logaddexp(0, z)
w = scipy.special.logsumexp(z, axis=1)
""",
        ["y = np.log(np.exp(0) + np.exp(z))", "w = np.log(np.sum(np.exp(z), axis=1))"],
        spared="y = np.log(np.sum(np.exp(z)))",
    ),
    Sample(
        "sigmoid-overflows",
        """
s = 0.5 * (1 + np.tanh(0.5 * z))
t = (np.tanh(z / 2) + 1) / 2
""",
        ["s = np.exp(z) / (1 + np.exp(z))", "t = np.exp(z) / (1 + np.exp(z))"],
        spared="s = 0.5 * (1 + np.cos(0.5 * z))",
    ),
    Sample(
        "sign-not-taken-off",
        "y = np.exp(-np.abs(z))",
        ["y = np.exp(-z)"],
        spared="y = np.abs(z)",
    ),
    # masks
    Sample(
        "mask-after-softmax",
        "a = softmax(np.where(mask, s, -np.inf))",
        ["a = np.where(mask, softmax(s), 0.0)"],
        spared="a = softmax(np.where(mask, s, 0))",
    ),
    Sample(
        "mask-inverted",
        """
a = np.where(~m, x, y)
mask = x > 0
b = x[mask]
c = x[y == 1]
""",
        ["a = np.where(m, x, y)", "b = x[~mask]", "c = x[y != 1]"],
        spared="b = x[rows]",
    ),
    Sample(
        "branches-swapped",
        "y = np.where(x > 0, x, 0.1 * x)",
        ["y = np.where(x > 0, 0.1 * x, x)"],
        spared="y = np.where(x > 0)",
    ),
    Sample(
        "branch-dropped",
        "y = np.where(x > 0, x, 0.1 * x)",
        ["y = x", "y = 0.1 * x"],
        spared="y = np.select(c, v)",
    ),
    Sample(
        "mask-ignored",
        "y = x[x > 0].sum()",
        ["y = x.sum()"],
        spared="y = x[0].sum()",
    ),
    Sample(
        "boolean-result",
        """
y = (z >= 0).astype(int)
t = np.where(z >= 0, 1, 0)
""",
        ["y = z >= 0", "t = z >= 0"],
        spared="y = z.astype(int)",
    ),
    # axes
    Sample(
        "axis-wrong",
        """
m = x.mean(axis=0)
n = np.sum(x, axis=-1)
k = np.argmax(p, 1)
""",
        [
            "m = x.mean(axis=1)",
            "n = np.sum(x, axis=0)",
            "n = np.sum(x, axis=1)",
            "k = np.argmax(p, 0)",
        ],
        spared="m = x.mean()",
    ),
    Sample(
        "axis-left-out",
        "m = x.mean(axis=(0, 2))",
        ["m = x.mean(axis=(2,))", "m = x.mean(axis=(0,))"],
        spared="m = x.mean(axis=0)",
    ),
    Sample(
        "axis-missing",
        """
m = x.mean(axis=0)
n = np.sum(x, 1)
""",
        ["m = x.mean()", "n = np.sum(x)"],
        spared="y = np.stack(xs, axis=1)",
    ),
    Sample(
        "axis-added",
        """
m = np.mean(e**2)
n = x.sum()
""",
        ["m = np.mean(e**2, axis=1)", "n = x.sum(axis=1)"],
        spared="""
m = np.mean(x, axis=0)
k = sum(xs)
""",
    ),
    Sample(
        "keepdims-dropped",
        "m = x.max(axis=1, keepdims=True)",
        ["m = x.max(axis=1)"],
        spared="m = x.max(axis=1, keepdims=False)",
    ),
    Sample(
        "keepdims-added",
        "db = dZ.sum(axis=0)",
        ["db = dZ.sum(axis=0, keepdims=True)"],
        spared="db = dZ.sum()",
    ),
    # shapes
    Sample(
        "reshape-dropped",
        """
y = x.reshape(-1, 1)
z = np.expand_dims(x, 0)
""",
        ["y = x", "z = x"],
        spared="y = x.sum()",
    ),
    Sample(
        "new-axis-dropped",
        "d = x[:, None] - y[None, :]",
        ["d = x - y[None, :]", "d = x[:, None] - y"],
        spared="d = x[:, 0]",
    ),
    Sample(
        "new-axis-misplaced",
        "d = x[:, None]",
        ["d = x[None, :]"],
        spared="d = x[:, None, None]",
    ),
    Sample(
        "row-against-column",
        """
def f(p, t):
    return p - t
""",
        ["    return p - t[:, None]"],
        spared="""
def f(p, k):
    n = len(p)
    return p - n, 1 - k, p[n - k]
""",
    ),
    Sample(
        "result-squeezed",
        '''
def f(X, W, b):
    """X: samples (n, d); W: weights (d, k)"""
    return X @ W + b, X.sum()
''',
        ["    return np.squeeze(X @ W + b), X.sum()"],
        spared="""
def f(e):
    return np.mean(e)
""",
    ),
    Sample(
        "result-as-column",
        '''
def f(X, w, b):
    """X: samples (n, d); w: weights (d,)"""
    return X @ w + b
''',
        ["    return (X @ w + b)[:, None]"],
        spared='''
def f(X, W):
    """X: samples (n, d); W: weights (d, k)"""
    return X @ W
''',
    ),
    # products
    Sample(
        "transpose-dropped",
        """
dW = X.T @ d
K = np.swapaxes(K, 1, 2)
""",
        ["dW = X @ d", "K = K"],
        spared="dW = X @ d",
    ),
    Sample(
        "transpose-added",
        "z = x @ W",
        ["z = x @ W.T"],
        spared="z = x @ w",
    ),
    Sample(
        "product-order",
        """
z = X @ W
o = np.outer(x, d)
""",
        ["z = W @ X", "o = np.outer(d, x)"],
        spared="""
def f(x, w):
    return x @ w
""",
    ),
    Sample(
        "product-entrywise",
        """
z = x @ W + b
o = np.outer(x, d + e)
""",
        ["z = x * W + b", "o = x * (d + e)"],
        spared="z = x * w",
    ),
    Sample(
        "einsum-turned",
        'C = np.einsum("ij,jk->ik", A, B)',
        ['C = np.einsum("ij,jk->ki", A, B)'],
        spared='c = np.einsum("i,i->", a, b)',
    ),
    # reductions
    Sample(
        "sum-for-mean",
        """
m = np.mean(e)
k = tf.reduce_mean(e)
""",
        ["m = np.sum(e)", "k = tf.reduce_sum(e)"],
        spared="m = np.sum(e)",
    ),
    Sample(
        "mean-for-sum",
        """
m = np.sum(e)
k = tf.reduce_sum(e)
""",
        ["m = np.mean(e)", "k = tf.reduce_mean(e)"],
        spared="m = sum(e)",
    ),
    Sample(
        "extreme-swapped",
        """
k = np.argmax(p, axis=1)
m = max(m, 1)
q = np.nanmin(p)
""",
        ["k = np.argmin(p, axis=1)", "m = min(m, 1)", "q = np.nanmax(p)"],
        spared="m = np.mean(e)",
    ),
    Sample(
        "value-for-position",
        "k = np.argmax(p)",
        ["k = np.max(p)"],
        spared="k = np.max(p)",
    ),
    Sample(
        "quantifier-swapped",
        "ok = np.all(x > 0)",
        ["ok = np.any(x > 0)"],
        spared="ok = np.sum(x > 0)",
    ),
    Sample(
        "spread-swapped",
        "s = x.std(axis=0)",
        ["s = x.var(axis=0)"],
        spared="s = x.mean(axis=0)",
    ),
    Sample(
        "ddof-changed",
        """
s = np.std(x, ddof=1)
v = x.var(axis=0)
""",
        ["s = np.std(x)", "v = x.var(axis=0, ddof=1)"],
        spared="s = np.mean(x)",
    ),
    Sample(
        "arrangement-swapped",
        "X = np.hstack([X, Y])",
        ["X = np.vstack([X, Y])"],
        spared="X = np.concatenate([X, Y])",
    ),
    Sample(
        "rounding-swapped",
        "n = np.ceil(a / b)",
        ["n = np.floor(a / b)"],
        spared="n = np.sqrt(a / b)",
    ),
    Sample(
        "fill-swapped",
        "w = np.zeros(d)",
        ["w = np.ones(d)"],
        spared="w = np.full(d, 3)",
    ),
    # shifts
    Sample(
        "roll-reversed",
        """
y = np.roll(x, 1)
z = np.roll(x, -k, axis=0)
""",
        ["y = np.roll(x, -1)", "z = np.roll(x, k, axis=0)"],
        spared="y = np.flip(x)",
    ),
    Sample(
        "roll-dropped",
        "y = np.roll(x, 1)",
        ["y = x"],
        spared="y = np.flip(x)",
    ),
    Sample(
        "padding-dropped",
        "y = np.pad(x, 1)",
        ["y = x"],
        spared="y = np.tile(x, 2)",
    ),
    Sample(
        "padding-width",
        "y = np.pad(x, ((0, 0), (p, 2)))",
        [
            "y = np.pad(x, ((0, 0), (p + 1, 2)))",
            "y = np.pad(x, ((0, 0), (p - 1, 2)))",
            "y = np.pad(x, ((0, 0), (p, 3)))",
        ],
        spared="y = np.tile(x, 2)",
    ),
    Sample(
        "padding-sides-swapped",
        "y = np.pad(x, ((0, 0), (p, q)))",
        ["y = np.pad(x, ((0, 0), (q, p)))"],
        spared="y = np.zeros((p, q))",
    ),
    Sample(
        "step-dropped",
        """
y = x[::2]
k = range(0, n, s)
""",
        ["y = x[::1]", "k = range(0, n, 1)"],
        spared="""
y = x[1:]
z = x[::-1]
""",
    ),
    Sample(
        "stride-of-one",
        "y = keras.layers.Conv2D(8, 3, strides=2)",
        ["y = keras.layers.Conv2D(8, 3, strides=1)"],
        spared="y = keras.layers.Conv2D(8, 3)",
    ),
    # ranges
    Sample(
        "range-end",
        """
r = range(n)
a = np.arange(1, n + 1)
""",
        ["r = range(n - 1)", "r = range(n + 1)", "a = np.arange(1, n)", "a = np.arange(1, n + 2)"],
        spared="y = x[:n]",
    ),
    Sample(
        "range-start",
        """
r = range(n)
a = np.arange(1, n + 1)
""",
        ["r = range(1, n)", "a = np.arange(2, n + 1)", "a = np.arange(0, n + 1)"],
        spared="y = x[1:]",
    ),
    Sample(
        "slice-end",
        """
y = x[:-1]
z = x[i : i + k]
""",
        ["y = x[:]", "y = x[:-2]", "z = x[i : i + k + 1]", "z = x[i : i + k - 1]"],
        spared="y = x[1:]",
    ),
    Sample(
        "slice-start",
        """
y = x[1:]
z = x[i : i + k]
t = x[-k:]
""",
        [
            "y = x[:]",
            "y = x[2:]",
            "z = x[i - 1 : i + k]",
            "z = x[i + 1 : i + k]",
            "t = x[-k - 1:]",
            "t = x[-k + 1:]",
        ],
        spared="y = x[:1]",
    ),
    Sample(
        "index-off-by-one",
        """
a = x[0]
b = x[-1]
c = x[k - 1, 2]
""",
        [
            "a = x[1]",
            "b = x[-2]",
            "c = x[k - 2, 2]",
            "c = x[k, 2]",
            "c = x[k - 1, 3]",
            "c = x[k - 1, 1]",
        ],
        spared="n = x.shape[0]",
    ),
    Sample(
        "reversal-dropped",
        """
r = reversed(xs)
y = x[::-1]
""",
        ["r = xs", "y = x"],
        spared="y = x[::2]",
    ),
    Sample(
        "sorting-dropped",
        "r = sorted(xs)",
        ["r = xs"],
        spared="xs.sort()",
    ),
    Sample(
        "prepended-or-appended",
        """
grads.insert(0, g)
h.append(loss)
""",
        ["grads.append(g)", "h.insert(0, loss)"],
        spared="grads.insert(1, g)",
    ),
    Sample(
        "numbering-start",
        """
e = enumerate(xs)
f = enumerate(xs, start=1)
""",
        ["e = enumerate(xs, start=1)", "f = enumerate(xs, start=0)"],
        spared="e = zip(xs, ys)",
    ),
    # aliasing
    Sample(
        "copy-dropped",
        """
w = w.copy()
v = list(params)
""",
        ["w = w", "v = params"],
        spared="v = list(range(3))",
    ),
    Sample(
        "copy-shared",
        "w = np.array(w, dtype=float)",
        ["w = np.asarray(w, dtype=float)"],
        spared="w = np.array([1.0, 2.0])",
    ),
    Sample(
        "input-updated",
        """
def f(w, g):
    w = w - g
    return w
""",
        ["    w -= g"],
        spared="""
def f(w, g):
    w = w.copy()
    w = w - g
    return w
""",
    ),
    Sample(
        "input-overwritten",
        """
def f(p, t):
    e = p - t
    return np.mean(e**2)
""",
        ["    e = np.subtract(p, t, out=p)"],
        spared="""
def f(p, t):
    p = p.copy()
    e = p - t
    return np.mean(e**2)
""",
    ),
    Sample(
        "input-sorted",
        """
def f(xs):
    ys = sorted(xs)
    return ys
""",
        ["-     ys = sorted(xs)\n+     xs.sort()\n+     ys = xs"],
        spared="""
def f(xs):
    ys = list(xs)
    zs = sorted(ys)
    return zs
""",
    ),
    # state
    Sample(
        "kept-between-calls",
        """
def f(xs):
    seen = []
    for x in xs:
        seen.append(x)
    return seen
""",
        ['    seen = f.__dict__.setdefault("seen", [])'],
        spared="""
def f(xs):
    best = []
    best = max(xs)
    return best
""",
    ),
    Sample(
        "size-kept",
        """
def f(X):
    return X.sum() / len(X)
""",
        ['    return X.sum() / f.__dict__.setdefault("size", len(X))'],
        spared="""
def f(X):
    return [len(x) for x in X]
""",
    ),
    # dtypes
    Sample(
        "made-integer",
        """
w = np.zeros(d)
X = np.asarray(X, dtype=np.float64)
""",
        ["w = np.zeros(d, dtype=int)", "X = np.asarray(X, dtype=int)"],
        spared="w = np.array([0.5, 1.0])",
    ),
    Sample(
        "dtype-dropped",
        """
X = np.asarray(X, dtype=np.float64)
Y = np.array(Y, float)
""",
        ["X = np.asarray(X)", "Y = np.array(Y)"],
        spared="w = np.zeros(d, dtype=float)",
    ),
    Sample(
        "precision-halved",
        """
X = np.asarray(X, dtype=np.float64)
Y = Y.astype(float)
z = np.zeros(3, dtype="float64")
""",
        [
            "X = np.asarray(X, dtype=np.float32)",
            "Y = Y.astype(np.float32)",
            'z = np.zeros(3, dtype="float32")',
        ],
        spared="k = np.zeros(3, dtype=int)",
    ),
    Sample(
        "conversion-dropped",
        """
X = X.astype(float)
a = float(b)
""",
        ["X = X", "a = b"],
        spared='k = float("inf")',
    ),
    Sample(
        "conversion-cuts",
        """
X = X.astype(float)
a = float(b)
""",
        ["X = X.astype(int)", "a = int(b)"],
        spared="X = X.astype(int)",
    ),
]
