"""Plain Python: every sum, product and maximum in a loop, NumPy only to make the arrays."""

# %% shapes
def shapes(n, d, m, k):
    found = {}
    for letter in "ce":
        found[letter] = "error"
    found["a"] = (n, m)
    found["b"] = (d, 1)
    found["d"] = (d,)
    found["f"] = (n, n)
    found["g"] = (k, n, m)
    found["h"] = (k, n, d)
    found["i"] = (m,)
    found["j"] = (n, n, d)
    return found

# %% norms
def norms(X, p):
    if p not in (1, 2, np.inf):
        raise ValueError("unknown norm")
    X = np.asarray(X)
    result = np.zeros(X.shape[:-1])
    for place in np.ndindex(X.shape[:-1]):
        sizes = [abs(float(v)) for v in X[place]]
        top = max(sizes)
        if p == 1:
            result[place] = sum(sizes)
        elif p == np.inf:
            result[place] = top
        elif top > 0:
            total = 0.0
            for v in sizes:
                total += (v / top) ** 2
            result[place] = top * total**0.5
    return result

# %% split
def split(X, u):
    u = [float(c) for c in u]
    squared = sum(c * c for c in u)
    if all(c == 0 for c in u):
        raise ValueError("no direction")
    along = np.zeros(np.shape(X))
    rest = np.zeros(np.shape(X))
    for s, row in enumerate(X):
        multiple = sum(float(a) * c for a, c in zip(row, u)) / squared
        for i, c in enumerate(u):
            along[s, i] = multiple * c
            rest[s, i] = float(row[i]) - multiple * c
    return along, rest

# %% partial-products
def partial_products(A, B):
    n, d = A.shape
    m = B.shape[1]
    stages = np.zeros((d, n, m))
    for i in range(d):
        for s in range(n):
            for j in range(m):
                for q in range(i + 1):
                    stages[i, s, j] += float(A[s, q]) * float(B[q, j])
    return stages

# %% counterexamples
def counterexamples():
    return {
        "order": (np.array([[1, 2], [3, 4]]), np.array([[0, 1], [1, 0]])),
        "cancel": ([[1, -1], [-2, 2]], [[3, 0], [3, 0]], [[5, 7], [5, 7]]),
        "square": [[2, -4], [1, -2]],
        "root": [[1, -2], [1, -1]],
    }

# %% when-to-merge
def when_to_merge(d, r, m):
    low, high = 0, 1
    def cheaper(n):
        return d * r * m + n * d * m < n * d * r + n * r * m
    while not cheaper(high):
        high *= 2
        if high > 10**40:
            return None
    while high - low > 1:
        middle = (low + high) // 2
        if cheaper(middle):
            high = middle
        else:
            low = middle
    return high, high * d * r + high * r * m, d * r * m + high * d * m

# %% layer
def layer(X, W, b):
    X = np.asarray(X)
    d, m = np.shape(W)
    result = np.zeros((*X.shape[:-1], m))
    for place in np.ndindex(X.shape[:-1]):
        for j in range(m):
            total = float(b[j])
            for i in range(d):
                total += float(X[place][i]) * float(W[i][j])
            result[(*place, j)] = total
    return result

# %% read-layer
def read_layer(f, d):
    batch = [[0.0] * d]
    for i in range(d):
        batch.append([1.0 if j == i else 0.0 for j in range(d)])
    answers = f(np.array(batch))
    m = len(answers[0])
    W = np.zeros((d, m))
    for i in range(d):
        for j in range(m):
            W[i, j] = answers[i + 1][j] - answers[0][j]
    return W, np.array(answers[0])

# %% fold
def fold(layers):
    W = np.array(layers[0][0], dtype=float)
    b = np.array(layers[0][1], dtype=float)
    for k in range(1, len(layers)):
        V = np.array(layers[k][0], dtype=float)
        c = np.array(layers[k][1], dtype=float)
        new_W = np.zeros((W.shape[0], V.shape[1]))
        new_b = c.copy()
        for j in range(V.shape[1]):
            for q in range(V.shape[0]):
                new_b[j] += b[q] * V[q, j]
                for i in range(W.shape[0]):
                    new_W[i, j] += W[i, q] * V[q, j]
        W, b = new_W, new_b
    return W, b

# %% product-shape
def product_shape(s, t):
    a, b = list(s), list(t)
    if len(a) == 1:
        a = [1] + a
    if len(b) == 1:
        b = b + [1]
    if a[-1] != b[-2]:
        raise ValueError("inner")
    shape = [a[-2], b[-1]]
    i, j = len(a) - 3, len(b) - 3
    while i >= 0 or j >= 0:
        one = a[i] if i >= 0 else 1
        other = b[j] if j >= 0 else 1
        if one == other or other == 1:
            shape.insert(0, one)
        elif one == 1:
            shape.insert(0, other)
        else:
            raise ValueError("stack")
        i, j = i - 1, j - 1
    if len(t) == 1:
        shape.pop()
    if len(s) == 1:
        shape.pop(-1 if len(t) == 1 else -2)
    return tuple(shape)

# %% distances
def distances(A, B):
    table = np.zeros((len(A), len(B)))
    for i in range(len(A)):
        for j in range(len(B)):
            table[i, j] = sum((float(a) - float(c)) ** 2 for a, c in zip(A[i], B[j])) ** 0.5
    return table

# %% best-layer
def best_layer(candidates, X, y):
    errors = []
    best = 0
    for k, (W, b) in enumerate(candidates):
        total = 0.0
        for row, target in zip(X, np.ravel(y)):
            z = float(b[0])
            for i in range(len(row)):
                z += float(row[i]) * float(W[i, 0])
            total += (z - float(target)) ** 2
        errors.append(total / len(X))
        if errors[k] < errors[best]:
            best = k
    return best, np.array(errors)
