# %% three-matrices: The matrix behind the heads is missing.
def cost(m, n, d, heads, size):
    if d % heads:
        raise ValueError("uneven")
    return 3 * d * d, m * d * d + 2 * n * d * d + 2 * m * n * d, heads * m * n * size

# %% times-heads: Heads share out the features; all together cost what one head of all features costs.
def cost(m, n, d, heads, size):
    if d % heads:
        raise ValueError("uneven")
    return 4 * d * d, 2 * (m + n) * d * d + 2 * heads * m * n * d, heads * m * n * size

# %% parameters-times-heads: The heads share out the columns of the matrices; they do not multiply them.
def cost(m, n, d, heads, size):
    if d % heads:
        raise ValueError("uneven")
    return 4 * heads * d * d, 2 * (m + n) * d * d + 2 * m * n * d, heads * m * n * size

# %% scores-only: Two products have m times n times d multiplications: the scores, and the weights with the values.
def cost(m, n, d, heads, size):
    if d % heads:
        raise ValueError("uneven")
    return 4 * d * d, 2 * (m + n) * d * d + m * n * d, heads * m * n * size

# %% one-map: Each head has weights of its own.
def cost(m, n, d, heads, size):
    if d % heads:
        raise ValueError("uneven")
    return 4 * d * d, 2 * (m + n) * d * d + 2 * m * n * d, m * n * size

# %% square: The weights were counted as n by n; there are m queries.
def cost(m, n, d, heads, size):
    if d % heads:
        raise ValueError("uneven")
    return 4 * d * d, 4 * n * d * d + 2 * n * n * d, heads * n * n * size

# %% exchanged: Keys and values are made of n vectors, queries and output of m; one of them was counted on the wrong side.
def cost(m, n, d, heads, size):
    if d % heads:
        raise ValueError("uneven")
    return 4 * d * d, (3 * n + m) * d * d + 2 * m * n * d, heads * m * n * size

# %% uneven: Features that cannot be shared out evenly were accepted.
def cost(m, n, d, heads, size):
    return 4 * d * d, 2 * (m + n) * d * d + 2 * m * n * d, heads * m * n * size

# %% floats: Counts are whole numbers; in floating point long ones lose their last digits.
def cost(m, n, d, heads, size):
    if d % heads:
        raise ValueError("uneven")
    k = d / heads
    return 4.0 * d * d, 2.0 * (m + n) * d * d + 2 * heads * m * n * k, float(heads) * m * n * size
