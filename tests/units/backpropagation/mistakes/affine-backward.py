# %% divided-again: The 1/n is in upstream already, and dW and db were divided by n once more.
def affine_backward(X, W, upstream):
    n = len(X)
    return upstream @ W.T, X.T @ upstream / n, upstream.sum(axis=0) / n
# %% bias-mean: The bias gradient is the mean over the samples instead of the sum.
def affine_backward(X, W, upstream):
    return upstream @ W.T, X.T @ upstream, upstream.mean(axis=0)
# %% bias-wrong-axis: The bias gradient was summed over the outputs instead of the samples.
def affine_backward(X, W, upstream):
    return upstream @ W.T, X.T @ upstream, upstream.sum(axis=1)
# %% keepdims: db has two axes instead of the one of b.
def affine_backward(X, W, upstream):
    return upstream @ W.T, X.T @ upstream, upstream.sum(axis=0, keepdims=True)
# %% not-summed: db is upstream itself, one row per sample.
def affine_backward(X, W, upstream):
    return upstream @ W.T, X.T @ upstream, upstream
# %% transposed-weights: dW has the axes of W swapped.
def affine_backward(X, W, upstream):
    return upstream @ W.T, upstream.T @ X, upstream.sum(axis=0)
# %% not-transposed: upstream was multiplied by W instead of its transpose, which fails unless W is square.
def affine_backward(X, W, upstream):
    return upstream @ W, X.T @ upstream, upstream.sum(axis=0)
# %% squeezed: Axes of length one were removed, so a batch of one loses its shape.
def affine_backward(X, W, upstream):
    return np.squeeze(upstream @ W.T), X.T @ upstream, upstream.sum(axis=0)
# %% always-float64: The result is float64 even when float32 came in.
def affine_backward(X, W, upstream):
    X, W, upstream = X.astype(float), W.astype(float), upstream.astype(float)
    return upstream @ W.T, X.T @ upstream, upstream.sum(axis=0)
