# %% flipped: Going back, each pixel meets the weight that it met going forward; the kernel was flipped.
def conv2d_backward(x, W, g, stride, dilation):
    (kh, kw, _, _), (_, oh, ow, _) = W.shape, g.shape
    (sh, sw), (dh, dw) = stride, dilation
    dx, dW = np.zeros(x.shape), np.zeros(W.shape)
    for i in range(kh):
        for j in range(kw):
            rows = slice(dh * i, dh * i + sh * (oh - 1) + 1, sh)
            columns = slice(dw * j, dw * j + sw * (ow - 1) + 1, sw)
            dW[i, j] = np.tensordot(x[:, rows, columns], g, axes=([0, 1, 2], [0, 1, 2]))
            dx[:, rows, columns] += g @ W[kh - 1 - i, kw - 1 - j].T
    return dx, dW, g.sum(axis=(0, 1, 2))

# %% overwritten: Windows overlap: slopes of a pixel add up, and here the last one replaced the others.
def conv2d_backward(x, W, g, stride, dilation):
    (kh, kw, _, _), (_, oh, ow, _) = W.shape, g.shape
    (sh, sw), (dh, dw) = stride, dilation
    dx, dW = np.zeros(x.shape), np.zeros(W.shape)
    for i in range(kh):
        for j in range(kw):
            rows = slice(dh * i, dh * i + sh * (oh - 1) + 1, sh)
            columns = slice(dw * j, dw * j + sw * (ow - 1) + 1, sw)
            dW[i, j] = np.tensordot(x[:, rows, columns], g, axes=([0, 1, 2], [0, 1, 2]))
            dx[:, rows, columns] = g @ W[i, j].T
    return dx, dW, g.sum(axis=(0, 1, 2))

# %% mean-of-batch: A mean over the batch was taken; whatever the loss divides by is already in g.
def conv2d_backward(x, W, g, stride, dilation):
    (kh, kw, _, _), (_, oh, ow, _) = W.shape, g.shape
    (sh, sw), (dh, dw) = stride, dilation
    dx, dW = np.zeros(x.shape), np.zeros(W.shape)
    for i in range(kh):
        for j in range(kw):
            rows = slice(dh * i, dh * i + sh * (oh - 1) + 1, sh)
            columns = slice(dw * j, dw * j + sw * (ow - 1) + 1, sw)
            dW[i, j] = 1 / len(x) * np.tensordot(x[:, rows, columns], g, axes=([0, 1, 2], [0, 1, 2]))
            dx[:, rows, columns] += g @ W[i, j].T
    return dx, dW, g.sum(axis=(0, 1, 2))

# %% bias-mean: The slope of a bias is the sum of the slopes over pictures and places, not their mean.
def conv2d_backward(x, W, g, stride, dilation):
    (kh, kw, _, _), (_, oh, ow, _) = W.shape, g.shape
    (sh, sw), (dh, dw) = stride, dilation
    dx, dW = np.zeros(x.shape), np.zeros(W.shape)
    for i in range(kh):
        for j in range(kw):
            rows = slice(dh * i, dh * i + sh * (oh - 1) + 1, sh)
            columns = slice(dw * j, dw * j + sw * (ow - 1) + 1, sw)
            dW[i, j] = np.tensordot(x[:, rows, columns], g, axes=([0, 1, 2], [0, 1, 2]))
            dx[:, rows, columns] += g @ W[i, j].T
    return dx, dW, g.mean(axis=(0, 1, 2))

# %% bias-per-picture: The slopes of the biases were added up over the places but not over the pictures.
def conv2d_backward(x, W, g, stride, dilation):
    (kh, kw, _, _), (_, oh, ow, _) = W.shape, g.shape
    (sh, sw), (dh, dw) = stride, dilation
    dx, dW = np.zeros(x.shape), np.zeros(W.shape)
    for i in range(kh):
        for j in range(kw):
            rows = slice(dh * i, dh * i + sh * (oh - 1) + 1, sh)
            columns = slice(dw * j, dw * j + sw * (ow - 1) + 1, sw)
            dW[i, j] = np.tensordot(x[:, rows, columns], g, axes=([0, 1, 2], [0, 1, 2]))
            dx[:, rows, columns] += g @ W[i, j].T
    return dx, dW, g.sum(axis=(1, 2))[0]

# %% stride-forgotten: The stride was left out: output (p, q) read pixels around (p stride, q stride).
def conv2d_backward(x, W, g, stride, dilation):
    (kh, kw, _, _), (_, oh, ow, _) = W.shape, g.shape
    (sh, sw), (dh, dw) = (1, 1), dilation
    dx, dW = np.zeros(x.shape), np.zeros(W.shape)
    for i in range(kh):
        for j in range(kw):
            rows = slice(dh * i, dh * i + sh * (oh - 1) + 1, sh)
            columns = slice(dw * j, dw * j + sw * (ow - 1) + 1, sw)
            dW[i, j] = np.tensordot(x[:, rows, columns], g, axes=([0, 1, 2], [0, 1, 2]))
            dx[:, rows, columns] += g @ W[i, j].T
    return dx, dW, g.sum(axis=(0, 1, 2))

# %% pairs-swapped: The strides of rows and columns were swapped.
def conv2d_backward(x, W, g, stride, dilation):
    (kh, kw, _, _), (_, oh, ow, _) = W.shape, g.shape
    (sw, sh), (dh, dw) = stride, dilation
    dx, dW = np.zeros(x.shape), np.zeros(W.shape)
    x = np.pad(x, ((0, 0), (0, 40), (0, 40), (0, 0)))
    full, dx = dx, np.zeros(x.shape)
    for i in range(kh):
        for j in range(kw):
            rows = slice(dh * i, dh * i + sh * (oh - 1) + 1, sh)
            columns = slice(dw * j, dw * j + sw * (ow - 1) + 1, sw)
            dW[i, j] = np.tensordot(x[:, rows, columns], g, axes=([0, 1, 2], [0, 1, 2]))
            dx[:, rows, columns] += g @ W[i, j].T
    return dx[:, : full.shape[1], : full.shape[2]], dW, g.sum(axis=(0, 1, 2))

# %% dilation-forgotten: The dilation was left out.
def conv2d_backward(x, W, g, stride, dilation):
    (kh, kw, _, _), (_, oh, ow, _) = W.shape, g.shape
    (sh, sw), (dh, dw) = stride, (1, 1)
    dx, dW = np.zeros(x.shape), np.zeros(W.shape)
    for i in range(kh):
        for j in range(kw):
            rows = slice(dh * i, dh * i + sh * (oh - 1) + 1, sh)
            columns = slice(dw * j, dw * j + sw * (ow - 1) + 1, sw)
            dW[i, j] = np.tensordot(x[:, rows, columns], g, axes=([0, 1, 2], [0, 1, 2]))
            dx[:, rows, columns] += g @ W[i, j].T
    return dx, dW, g.sum(axis=(0, 1, 2))
