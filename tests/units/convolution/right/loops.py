# %% geometry
def geometry(n, k, stride, dilation, padding):
    last = (k - 1) * dilation
    if padding == "valid":
        if last >= n:
            raise ValueError("too large")
        before = after = 0
        out = len(range(0, n - last, stride))
    else:
        out = (n + stride - 1) // stride
        before = after = 0
        while (out - 1) * stride + last > before + n + after - 1:
            if after > before:
                before += 1
            else:
                after += 1
    return before, after, out, before + n + after - 1 - ((out - 1) * stride + last)

# %% conv2d
def conv2d(x, W, b, stride, dilation):
    n, h, w, c = x.shape
    kh, kw, _, m = W.shape
    oh = len(range(0, h - dilation[0] * (kh - 1), stride[0]))
    ow = len(range(0, w - dilation[1] * (kw - 1), stride[1]))
    y = np.zeros((n, oh, ow, m))
    for p in range(oh):
        for q in range(ow):
            total = np.tile(b.astype(float), (n, 1))
            for i in range(kh):
                for j in range(kw):
                    row, column = p * stride[0] + i * dilation[0], q * stride[1] + j * dilation[1]
                    total = total + x[:, row, column] @ W[i, j]
            y[:, p, q] = total
    return y

# %% mirrored
def mirrored(x, top, bottom, left, right):
    def place(t, size):
        if t < 0:
            return -t
        return t if t < size else 2 * (size - 1) - t
    n, h, w, c = x.shape
    out = np.empty((n, top + h + bottom, left + w + right, c))
    for i in range(out.shape[1]):
        for j in range(out.shape[2]):
            out[:, i, j] = x[:, place(i - top, h), place(j - left, w)]
    return out

# %% kernels
def kernels():
    t = 1 / 6
    return {
        "shift": [[0, 0, 1], [0, 0, 0], [0, 0, 0]],
        "slope": [[-t, 0, t], [-t, 0, t], [-t, 0, t]],
        "spot": [[-0.125] * 3, [-0.125, 1, -0.125], [-0.125] * 3],
        "sharpen": [[0, -0.25, 0], [-0.25, 2, -0.25], [0, -0.25, 0]],
    }

# %% max-pool
def max_pool(x, size, stride):
    n, h, w, c = x.shape
    oh, ow = (h - size) // stride + 1, (w - size) // stride + 1
    y = np.full((n, oh, ow, c), -np.inf)
    where = np.zeros((n, oh, ow, c), dtype=int)
    for i in range(size):
        for j in range(size):
            pixel = x[:, i : i + stride * (oh - 1) + 1 : stride, j : j + stride * (ow - 1) + 1 : stride]
            larger = pixel > y
            y = np.where(larger, pixel, y)
            where = np.where(larger, i * size + j, where)
    return y, where

# %% pool-backward
def pool_backward(g, where, size, stride, shape):
    dx = np.zeros(shape)
    for n, p, q, c in np.ndindex(g.shape):
        i, j = divmod(where[n, p, q, c], size)
        dx[n, p * stride + i, q * stride + j, c] += g[n, p, q, c]
    return dx

# %% seen
def seen(layers, t):
    if not layers:
        return t, t
    k, s, d, p = layers[-1]
    low, high = t * s - p, t * s - p + (k - 1) * d
    return seen(layers[:-1], low)[0], seen(layers[:-1], high)[1]

# %% conv-backward
def conv2d_backward(x, W, g, stride, dilation):
    kh, kw, c, m = W.shape
    dx, dW, db = np.zeros(x.shape), np.zeros(W.shape), np.zeros(m)
    for n in range(g.shape[0]):
        for p in range(g.shape[1]):
            for q in range(g.shape[2]):
                db += g[n, p, q]
                for i in range(kh):
                    for j in range(kw):
                        row, column = p * stride[0] + i * dilation[0], q * stride[1] + j * dilation[1]
                        dW[i, j] += np.outer(x[n, row, column], g[n, p, q])
                        dx[n, row, column] += W[i, j] @ g[n, p, q]
    return dx, dW, db

# %% mended-edges
def mended_edges(rows, kernel, h, w):
    k, answers = len(kernel), []
    for row in rows:
        red, green, blue = (row[t * h * w : (t + 1) * h * w].astype(float) for t in range(3))
        grey = ((red + green + blue) / 3).reshape(h, w)
        framed = np.zeros((h + k - 1, w + k - 1))
        framed[k // 2 : k // 2 + h, k // 2 : k // 2 + w] = grey
        answers.append([[np.sum(framed[i : i + k, j : j + k] * kernel) for j in range(w)] for i in range(h)])
    return np.array(answers)
