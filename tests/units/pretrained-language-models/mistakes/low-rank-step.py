# %% no-scale: The factor alpha / r is missing in the output.
def low_rank_step(x, W, A, B, alpha, slope, rate):
    s = alpha / A.shape[1]
    y = x @ W + x @ A @ B
    new_A = A - rate * s * (x.T @ (slope @ B.T))
    new_B = B - rate * s * ((x @ A).T @ slope)
    merged = W + s * (new_A @ new_B)
    return y, new_A, new_B, merged, A.size + B.size

# %% alpha-only: alpha was not divided by the rank.
def low_rank_step(x, W, A, B, alpha, slope, rate):
    s = alpha
    y = x @ W + s * (x @ A @ B)
    new_A = A - rate * s * (x.T @ (slope @ B.T))
    new_B = B - rate * s * ((x @ A).T @ slope)
    merged = W + s * (new_A @ new_B)
    return y, new_A, new_B, merged, A.size + B.size

# %% wrong-rank: alpha was divided by the number of inputs of the layer; the rank is the inner size of A and B.
def low_rank_step(x, W, A, B, alpha, slope, rate):
    s = alpha / A.shape[0]
    y = x @ W + s * (x @ A @ B)
    new_A = A - rate * s * (x.T @ (slope @ B.T))
    new_B = B - rate * s * ((x @ A).T @ slope)
    merged = W + s * (new_A @ new_B)
    return y, new_A, new_B, merged, A.size + B.size

# %% slopes-unscaled: The slopes lack the factor alpha / r.
def low_rank_step(x, W, A, B, alpha, slope, rate):
    s = alpha / A.shape[1]
    y = x @ W + s * (x @ A @ B)
    new_A = A - rate * (x.T @ (slope @ B.T))
    new_B = B - rate * ((x @ A).T @ slope)
    merged = W + s * (new_A @ new_B)
    return y, new_A, new_B, merged, A.size + B.size

# %% one-after-the-other: The slope of B was taken after A had changed.
def low_rank_step(x, W, A, B, alpha, slope, rate):
    s = alpha / A.shape[1]
    y = x @ W + s * (x @ A @ B)
    new_A = A - rate * s * (x.T @ (slope @ B.T))
    new_B = B - rate * s * ((x @ new_A).T @ slope)
    merged = W + s * (new_A @ new_B)
    return y, new_A, new_B, merged, A.size + B.size

# %% b-first: The slope of A was taken after B had changed.
def low_rank_step(x, W, A, B, alpha, slope, rate):
    s = alpha / A.shape[1]
    y = x @ W + s * (x @ A @ B)
    new_B = B - rate * s * ((x @ A).T @ slope)
    new_A = A - rate * s * (x.T @ (slope @ new_B.T))
    merged = W + s * (new_A @ new_B)
    return y, new_A, new_B, merged, A.size + B.size

# %% uphill: The step went along the slope, not against it.
def low_rank_step(x, W, A, B, alpha, slope, rate):
    s = alpha / A.shape[1]
    y = x @ W + s * (x @ A @ B)
    new_A = A + rate * s * (x.T @ (slope @ B.T))
    new_B = B + rate * s * ((x @ A).T @ slope)
    merged = W + s * (new_A @ new_B)
    return y, new_A, new_B, merged, A.size + B.size

# %% mean-again: The slopes were divided by the number of rows, which the given slope already contains.
def low_rank_step(x, W, A, B, alpha, slope, rate):
    s = alpha / A.shape[1]
    y = x @ W + s * (x @ A @ B)
    new_A = A - rate * s / len(x) * (x.T @ (slope @ B.T))
    new_B = B - rate * s / len(x) * ((x @ A).T @ slope)
    merged = W + s * (new_A @ new_B)
    return y, new_A, new_B, merged, A.size + B.size

# %% merged-unscaled: The merged matrix lacks the factor alpha / r.
def low_rank_step(x, W, A, B, alpha, slope, rate):
    s = alpha / A.shape[1]
    y = x @ W + s * (x @ A @ B)
    new_A = A - rate * s * (x.T @ (slope @ B.T))
    new_B = B - rate * s * ((x @ A).T @ slope)
    merged = W + new_A @ new_B
    return y, new_A, new_B, merged, A.size + B.size

# %% merged-before: The merged matrix holds A and B as they were before the step.
def low_rank_step(x, W, A, B, alpha, slope, rate):
    s = alpha / A.shape[1]
    y = x @ W + s * (x @ A @ B)
    new_A = A - rate * s * (x.T @ (slope @ B.T))
    new_B = B - rate * s * ((x @ A).T @ slope)
    merged = W + s * (A @ B)
    return y, new_A, new_B, merged, A.size + B.size

# %% w-trained: W was moved as well; it stays.
def low_rank_step(x, W, A, B, alpha, slope, rate):
    s = alpha / A.shape[1]
    y = x @ W + s * (x @ A @ B)
    new_A = A - rate * s * (x.T @ (slope @ B.T))
    new_B = B - rate * s * ((x @ A).T @ slope)
    merged = W - rate * (x.T @ slope) + s * (new_A @ new_B)
    return y, new_A, new_B, merged, A.size + B.size

# %% w-counted: The numbers of W were counted, which are not trained.
def low_rank_step(x, W, A, B, alpha, slope, rate):
    s = alpha / A.shape[1]
    y = x @ W + s * (x @ A @ B)
    new_A = A - rate * s * (x.T @ (slope @ B.T))
    new_B = B - rate * s * ((x @ A).T @ slope)
    merged = W + s * (new_A @ new_B)
    return y, new_A, new_B, merged, A.size + B.size + W.size

# %% only-b: Only B was trained; A moves too.
def low_rank_step(x, W, A, B, alpha, slope, rate):
    s = alpha / A.shape[1]
    y = x @ W + s * (x @ A @ B)
    new_A = A
    new_B = B - rate * s * ((x @ A).T @ slope)
    merged = W + s * (new_A @ new_B)
    return y, new_A, new_B, merged, A.size + B.size

# %% after: The output was computed with the matrices after the step.
def low_rank_step(x, W, A, B, alpha, slope, rate):
    s = alpha / A.shape[1]
    new_A = A - rate * s * (x.T @ (slope @ B.T))
    new_B = B - rate * s * ((x @ A).T @ slope)
    merged = W + s * (new_A @ new_B)
    y = x @ merged
    return y, new_A, new_B, merged, A.size + B.size

# %% in-place: The matrices that were given were overwritten.
def low_rank_step(x, W, A, B, alpha, slope, rate):
    s = alpha / A.shape[1]
    y = x @ W + s * (x @ A @ B)
    dA, dB = s * (x.T @ (slope @ B.T)), s * ((x @ A).T @ slope)
    A -= rate * dA
    B -= rate * dB
    new_A, new_B = A, B
    merged = W + s * (new_A @ new_B)
    return y, new_A, new_B, merged, A.size + B.size
