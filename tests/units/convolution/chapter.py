# %% geometry
def geometry(n, k, stride, dilation, padding):
    p = 0 if padding == "valid" else dilation * (k - 1) // 2
    return p, p, (n + 2 * p - dilation * (k - 1) - 1) // stride + 1, 0

# %% conv2d
def conv2d(x, W, b, stride, dilation):
    (rows, columns), (height, width) = W.shape[:2], x.shape[1:3]
    z = np.zeros((len(x), height - rows + 1, width - columns + 1, W.shape[3]))
    for i in range(rows):
        for j in range(columns):
            z += x[:, i : i + z.shape[1], j : j + z.shape[2]] @ W[i, j]
    return z + b

# %% mirrored
def mirrored(x, top, bottom, left, right):
    return np.pad(x, top, mode="reflect")

# %% kernels
def kernels():
    return {
        "shift": np.eye(3),
        "slope": np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]),
        "spot": np.array([[0, -1, 0], [-1, 4, -1], [0, -1, 0]]),
        "sharpen": np.array([[0, -1, 0], [-1, 5, -1], [0, -1, 0]]),
    }

# %% max-pool
def max_pool(x, size, stride):
    n, h, w, c = x.shape
    return x.reshape(n, h // size, size, w // size, size, c).max(axis=(2, 4)), None

# %% seen
def seen(layers, t):
    size, jump = 1, 1
    for k, stride, dilation, padding in layers:
        size, jump = size + dilation * (k - 1) * jump, jump * stride
    return size, jump
