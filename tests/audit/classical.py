"""What the operators for order, signs and control flow make of small samples, by module."""

from tests.audit.sample import Sample

SAMPLES = [
    # order
    Sample(
        "steps-swapped",
        """
def f(a, b):
    a = a - b
    b = b - a
    return a, b
""",
        ["def f(a, b):\n    b = b - a\n    a = a - b\n    return a, b"],
        spared="""
def f(a):
    b = a + 1
    c = b + 1
    return c
""",
    ),
    Sample(
        "assigned-one-by-one",
        """
def f(a, b):
    a, b = b, a + b
    return a
""",
        ["-     a, b = b, a + b\n+     a = b\n+     b = a + b"],
        spared="""
def f(a, b):
    a, b = a + 1, b + 1
    return a
""",
    ),
    Sample(
        "old-for-new",
        """
def f(w, g):
    new = w - g
    return new
""",
        ["    return w"],
        spared="""
def f(w, g):
    new = g * w
    return new
""",
    ),
    Sample(
        "return-in-loop",
        """
def f(xs):
    s = 0
    for x in xs:
        s += x
    return s
""",
        ["        return s"],
        spared="""
def f(xs):
    s = sum(xs)
    return s
""",
    ),
    Sample(
        "moved-into-loop",
        """
def f(xs):
    h = []
    for x in xs:
        h.append(x)
    h.append(0)
    return h
""",
        ["        h.append(0)"],
        spared="""
for x in xs:
    h.append(x)
""",
    ),
    Sample(
        "moved-out-of-loop",
        """
for x in xs:
    y = g(x)
    h.append(y)
""",
        ["h.append(y)"],
        spared="""
for x in xs:
    h.append(x)
""",
    ),
    # modes
    Sample(
        "default-changed",
        """
def f(x, rate=0.1, *, bias=True, eps=1e-8, k=0):
    return x
""",
        [
            "def f(x, rate=0.2, *, bias=True, eps=1e-8, k=0):",
            "def f(x, rate=0.1, *, bias=False, eps=1e-8, k=0):",
            "def f(x, rate=0.1, *, bias=True, eps=1e-05, k=0):",
            "def f(x, rate=0.1, *, bias=True, eps=1e-8, k=1):",
        ],
        spared="""
def f(x, name="a", other=None):
    return x
""",
    ),
    Sample(
        "mode-fixed",
        "y = layer(x, training=training)",
        ["y = layer(x, training=True)", "y = layer(x, training=False)"],
        spared="y = layer(x, training=True)",
    ),
    Sample(
        "flag-flipped",
        """
y = layer(x, training=training)
s = {"shuffle": True}
""",
        ["y = layer(x, training=not training)", 's = {"shuffle": False}'],
        spared="""
while True:
    break
""",
    ),
    Sample(
        "option-swapped",
        """
y = keras.layers.Conv2D(8, 3, padding="same")
s = {"activation": "relu"}
""",
        ['y = keras.layers.Conv2D(8, 3, padding="valid")', 's = {"activation": "linear"}'],
        spared="""
if kind == "relu":
    pass
""",
    ),
    # signs
    Sample(
        "step-reversed",
        """
def f(w, g, rate):
    w = w - rate * g
    w -= rate * g
    w += rate * g
    return w
""",
        ["    w = w + rate * g", "    w += rate * g", "    w -= rate * g"],
        spared="""
e = p - t
n += 1
""",
    ),
    Sample(
        "difference-reversed",
        """
e = p - t
d = h @ V + c - t
""",
        ["e = t - p", "d = t - (h @ V + c)"],
        spared="""
e = (p - t) ** 2
w = w - rate * g
k = n - 1
""",
    ),
    Sample(
        "minus-dropped",
        "loss = -np.mean(p)",
        ["loss = np.mean(p)"],
        spared="""
k = -1
y = (-x) ** 2
""",
    ),
    # scaling
    Sample(
        "division-dropped",
        """
g = 2 * e / len(X)
z /= n
s = x / np.linalg.norm(w)
""",
        ["g = 2 * e", "- z /= n", "s = x"],
        spared="g = 1 / n",
    ),
    Sample(
        "quotient-reversed",
        "g = a * b / c",
        ["g = c / (a * b)"],
        spared="g = a / 2",
    ),
    Sample(
        "factor-dropped",
        """
d = u * (1 - h)
y = 2 * e
z *= r
""",
        ["d = 1 - h", "d = u", "y = e", "- z *= r"],
        spared="xs = [0] * n",
    ),
    Sample(
        "root-dropped",
        """
s = a / np.sqrt(d)
r = v**0.5
k = np.linalg.norm(w)
""",
        ["s = a / d", "r = v", "k = np.linalg.norm(w) ** 2"],
        spared="s = np.linalg.norm(w) ** 2",
    ),
    Sample(
        "square-dropped",
        """
s = np.sum((p - t) ** 2)
r = np.square(e)
""",
        ["s = np.sum(p - t)", "r = e"],
        spared="s = x**3",
    ),
    Sample(
        "absolute-dropped",
        "d = np.max(np.abs(a - b))",
        ["d = np.max(a - b)"],
        spared="d = abs(a) ** 2",
    ),
    Sample(
        "samples-for-entries",
        "g = e / P.size",
        ["g = e / len(P)"],
        spared="g = e / len(P)",
    ),
    Sample(
        "entries-for-samples",
        '''
def f(X, e):
    """X: samples (n, d)"""
    return e / len(X)
''',
        ["    return e / X.size"],
        spared='''
def f(e):
    """e: errors (n,)"""
    return e / len(e)
''',
    ),
    Sample(
        "shape-of-other-axis",
        """
n = X.shape[0]
d = np.shape(X)[1]
""",
        ["n = X.shape[1]", "d = np.shape(X)[0]"],
        spared="n = X[0]",
    ),
    # addends
    Sample(
        "bias-forgotten",
        "z = X @ W + b",
        ["z = X @ W"],
        spared="z = a * x + b",
    ),
    Sample(
        "term-dropped",
        """
z = a * x + b
n = k + 1
""",
        ["z = a * x", "z = b", "n = k"],
        spared='s = "a" + name',
    ),
    Sample(
        "subtraction-dropped",
        "d = h - t",
        ["d = h"],
        spared="s = 1 - h",
    ),
    Sample(
        "accumulation-dropped",
        "s += x",
        ["s = x"],
        spared="s -= x",
    ),
    Sample(
        "running-extreme-dropped",
        "worst = max(worst, d)",
        ["worst = d"],
        spared="worst = max(d, e)",
    ),
    Sample(
        "accumulation-deleted",
        """
s += x
k = 1
""",
        ["- s += x"],
        spared="s = s + x",
    ),
    # returns
    Sample(
        "results-swapped",
        """
def f(a, b):
    return a, b, 0
""",
        ["    return b, a, 0", "    return a, 0, b"],
        spared="y = np.zeros((a, b))",
    ),
    Sample(
        "entries-swapped",
        's = {"a": x, "b": y}',
        ['s = {"a": y, "b": x}'],
        spared='s = {"a": x}',
    ),
    Sample(
        "rows-swapped",
        "m = [[1, 2], [3, 4]]",
        ["m = [[3, 4], [1, 2]]"],
        spared="m = [1, 2]",
    ),
    Sample(
        "unpacked-in-wrong-order",
        """
W, b = layer
for x, t in zip(X, T):
    pass
""",
        ["b, W = layer", "for t, x in zip(X, T):"],
        spared="a, b = 1, 2",
    ),
    Sample(
        "argument-returned",
        """
def f(W, g):
    dW = W * g
    return dW
""",
        ["    return W"],
        spared="""
def f(W, g):
    d = W * g
    return d
""",
    ),
    Sample(
        "return-dropped",
        """
def f(x):
    if x < 0:
        return 0
    return x
""",
        ["        pass"],
        spared="""
def f(x):
    return x
""",
    ),
    # arguments
    Sample(
        "arguments-swapped",
        """
y = step(a, b)
z = np.subtract(a, b)
""",
        ["y = step(b, a)", "z = np.subtract(b, a)"],
        spared="y = max(a, b)",
    ),
    Sample(
        "function-not-applied",
        """
h = np.tanh(z)
y = act(z)
w = np.nan_to_num(w)
""",
        ["h = z", "y = z", "w = w"],
        spared="n = len(z)",
    ),
    Sample(
        "last-argument-dropped",
        "y = step(w, rate)",
        ["y = step(w)"],
        spared="y = step(w)",
    ),
    Sample(
        "setting-dropped",
        "i = np.triu_indices(n, k=1)",
        ["i = np.triu_indices(n)"],
        spared="y = x.sum(axis=0)",
    ),
    # loops
    Sample(
        "loop-skipped",
        """
for x in xs:
    s += x
while s > 1:
    s /= 2
""",
        ["for x in []:", "while False:"],
        spared="s = sum(xs)",
    ),
    Sample(
        "loop-ends-early",
        """
for x in xs:
    s += x  # so far
""",
        ["+     break"],
        spared="""
for x in xs:
    s += x
    break
""",
    ),
    Sample(
        "break-for-continue",
        """
for x in xs:
    if x < 0:
        continue
    s += x
""",
        ["        break"],
        spared="""
for x in xs:
    s += x
""",
    ),
    Sample(
        "continue-for-break",
        """
for x in xs:
    if x < 0:
        break
    s += x
""",
        ["        continue"],
        spared="""
while True:
    break
""",
    ),
    Sample(
        "jump-dropped",
        """
for x in xs:
    if x < 0:
        break
    s += x
""",
        ["        pass"],
        spared="""
while True:
    break
""",
    ),
    # conditions
    Sample(
        "and-or-swapped",
        """
ok = a > 0 and b > 0
no = not (a or b)
""",
        ["ok = a > 0 or b > 0", "no = not (a and b)"],
        spared="ok = a > 0",
    ),
    Sample(
        "condition-dropped",
        "ok = a > 0 and b > 0 and c",
        ["ok = b > 0 and c", "ok = a > 0 and c", "ok = a > 0 and b > 0"],
        spared="ok = a > 0",
    ),
    Sample(
        "not-dropped",
        "ok = not np.any(w)",
        ["ok = np.any(w)"],
        spared="ok = -w",
    ),
    Sample(
        "not-added",
        """
if training:
    x = y
z = a if flag else b
""",
        ["if not training:", "z = a if not flag else b"],
        spared="""
if x > 0:
    x = y
""",
    ),
    Sample(
        "always",
        """
if x > 0:
    s += x
z = a if flag else b
""",
        ["if True:", "z = a"],
        spared="""
if x < 0:
    raise ValueError("x")
""",
    ),
    Sample(
        "never",
        """
if x > 0:
    s += x
z = a if flag else b
""",
        ["if False:", "z = b"],
        spared="""
if x < 0:
    raise ValueError("x")
""",
    ),
    Sample(
        "filter-dropped",
        """
y = [x for x in xs if x > 0 if x < 9]
s = sum(x for x in xs if x)
""",
        ["y = [x for x in xs if x < 9]", "y = [x for x in xs if x > 0]", "s = sum(x for x in xs)"],
        spared="y = [x for x in xs]",
    ),
    # comparisons
    Sample(
        "boundary",
        """
y = (z >= 0) * 1
k = 0 < a <= b
""",
        ["y = (z > 0) * 1", "k = 0 <= a <= b", "k = 0 < a < b"],
        spared="y = z == 0",
    ),
    Sample(
        "comparison-negated",
        """
y = z >= 0
k = 0 < a <= b
n = x is  not None
""",
        ["y = z < 0", "k = 0 >= a <= b", "k = 0 < a > b", "n = x is None"],
        spared="y = z",
    ),
    # arithmetic
    Sample(
        "operator-swapped",
        """
y = a + b * c
z = a % 2
s *= r
q = (a + b)**2
""",
        [
            "y = a - b * c",
            "y = a + b / c",
            "z = a // 2",
            "s /= r",
            "q = (a + b) * 2",
            "q = (a - b)**2",
        ],
        spared="""
y = "a" + b
z = p + 1e-12
""",
    ),
    Sample(
        "division-rounded",
        """
y = a / b
s /= n
""",
        ["y = a // b", "s //= n"],
        spared="y = a // b",
    ),
    Sample(
        "division-unrounded",
        "y = (a - b) // c + 1",
        ["y = (a - b) / c + 1"],
        spared="y = a / b",
    ),
    # constants
    Sample(
        "number-off-by-one",
        """
k = 2 * n + 1
m = [-3]
""",
        ["k = 3 * n + 1", "k = 2 * n + 2", "m = [-2]", "m = [-4]"],
        spared="""
y = x.sum(axis=0)
r = np.random.default_rng(7)
""",
    ),
    Sample(
        "number-doubled",
        """
y = 0.3 * x
k = [-1.5]
""",
        ["y = 0.6 * x", "k = [-3.0]"],
        spared="""
y = p + 1e-12
z = 0.5 * y / 2
""",
    ),
    Sample(
        "zero-changed",
        "b = 0.0",
        ["b = 1.0"],
        spared="b = 0",
    ),
    Sample(
        "number-negated",
        """
k = [-1.5, 2]
y = 3 * x
""",
        ["k = [1.5, 2]", "k = [-1.5, -2]", "y = -3 * x"],
        spared="""
y = x[1]
z = a - 2
r = range(3)
""",
    ),
    # statements
    Sample(
        "check-dropped",
        """
if n < 1:
    raise ValueError("n")
assert n
x = n
""",
        ['- if n < 1:\n-     raise ValueError("n")', "- assert n"],
        spared="""
if n < 1:
    n = 1
""",
    ),
    Sample(
        "error-of-other-class",
        'raise ValueError("n")',
        ['raise TypeError("n")'],
        spared="raise",
    ),
    Sample(
        "error-swallowed",
        """
try:
    x = 1 / n
except ZeroDivisionError:
    raise
""",
        ["    pass"],
        spared="""
try:
    x = 1 / n
except ZeroDivisionError:
    x = 0
""",
    ),
    Sample(
        "step-left-out",
        """
def f(X, h):
    X = np.asarray(X)
    h.append(X)
    return h
""",
        ["-     X = np.asarray(X)", "-     h.append(X)"],
        spared='''
def f(X):
    """Return X."""
    Y = X + 1
    return Y
''',
    ),
]
