# %% last-slope-only: A pixel that wins several windows gets the sum of their slopes; only the last one was kept.
def pool_backward(g, where, size, stride, shape):
    n, p, q, c = np.indices(g.shape)
    dx = np.zeros(shape)
    dx[n, p * stride + where // size, q * stride + where % size, c] = g
    return dx

# %% fancy-plus: dx[places] += g counts a place that occurs twice only once; use np.add.at or a loop.
def pool_backward(g, where, size, stride, shape):
    n, p, q, c = np.indices(g.shape)
    dx = np.zeros(shape)
    dx[n, p * stride + where // size, q * stride + where % size, c] += g
    return dx

# %% rows-for-columns: Row and column within the window were swapped: the pixels are numbered row by row.
def pool_backward(g, where, size, stride, shape):
    n, p, q, c = np.indices(g.shape)
    dx = np.zeros(shape)
    np.add.at(dx, (n, p * stride + where % size, q * stride + where // size, c), g)
    return dx

# %% stride-forgotten: Window (p, q) begins at pixel (p stride, q stride).
def pool_backward(g, where, size, stride, shape):
    n, p, q, c = np.indices(g.shape)
    dx = np.zeros(shape)
    np.add.at(dx, (n, p + where // size, q + where % size, c), g)
    return dx

# %% size-for-stride: The windows begin every stride pixels, not every size pixels; slopes that fell outside were put at the border.
def pool_backward(g, where, size, stride, shape):
    n, p, q, c = np.indices(g.shape)
    dx = np.zeros(shape)
    np.add.at(dx, (n, np.minimum(p * size + where // size, shape[1] - 1), np.minimum(q * size + where % size, shape[2] - 1), c), g)
    return dx

# %% shared-out: The slope was shared among all pixels of the window, as for a mean; only the winner gets it.
def pool_backward(g, where, size, stride, shape):
    n, p, q, c = np.indices(g.shape)
    dx = np.zeros(shape)
    for k in range(size * size):
        np.add.at(dx, (n, p * stride + k // size, q * stride + k % size, c), g / size**2)
    return dx

# %% ones: The winners got 1 instead of the slope that arrives.
def pool_backward(g, where, size, stride, shape):
    n, p, q, c = np.indices(g.shape)
    dx = np.zeros(shape)
    np.add.at(dx, (n, p * stride + where // size, q * stride + where % size, c), 1.0)
    return dx
