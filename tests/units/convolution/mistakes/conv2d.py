# %% flipped: The kernel was flipped, as in mathematics; a layer lays it on as it stands.
def conv2d(x, W, b, stride, dilation):
    (n, h, w, _), (kh, kw, _, m) = x.shape, W.shape
    (sh, sw), (dh, dw) = stride, dilation
    oh = (h - dh * (kh - 1) - 1) // sh + 1
    ow = (w - dw * (kw - 1) - 1) // sw + 1
    y = np.zeros((n, oh, ow, m)) + b
    for i in range(kh):
        for j in range(kw):
            rows = slice(dh * i, dh * i + sh * (oh - 1) + 1, sh)
            columns = slice(dw * j, dw * j + sw * (ow - 1) + 1, sw)
            y += x[:, rows, columns] @ W[kh - 1 - i, kw - 1 - j]
    return y

# %% bias-forgotten: The bias was not added.
def conv2d(x, W, b, stride, dilation):
    (n, h, w, _), (kh, kw, _, m) = x.shape, W.shape
    (sh, sw), (dh, dw) = stride, dilation
    oh = (h - dh * (kh - 1) - 1) // sh + 1
    ow = (w - dw * (kw - 1) - 1) // sw + 1
    y = np.zeros((n, oh, ow, m))
    for i in range(kh):
        for j in range(kw):
            rows = slice(dh * i, dh * i + sh * (oh - 1) + 1, sh)
            columns = slice(dw * j, dw * j + sw * (ow - 1) + 1, sw)
            y += x[:, rows, columns] @ W[i, j]
    return y

# %% bias-each-cell: The bias was added for every cell of the kernel; it is added once.
def conv2d(x, W, b, stride, dilation):
    (n, h, w, _), (kh, kw, _, m) = x.shape, W.shape
    (sh, sw), (dh, dw) = stride, dilation
    oh = (h - dh * (kh - 1) - 1) // sh + 1
    ow = (w - dw * (kw - 1) - 1) // sw + 1
    y = np.zeros((n, oh, ow, m)) + b
    for i in range(kh):
        for j in range(kw):
            rows = slice(dh * i, dh * i + sh * (oh - 1) + 1, sh)
            columns = slice(dw * j, dw * j + sw * (ow - 1) + 1, sw)
            y += x[:, rows, columns] @ W[i, j] + (b if i or j else 0)
    return y

# %% stride-swapped: The strides of rows and columns were swapped.
def conv2d(x, W, b, stride, dilation):
    (n, h, w, _), (kh, kw, _, m) = x.shape, W.shape
    (sw, sh), (dh, dw) = stride, dilation
    oh = (h - dh * (kh - 1) - 1) // sh + 1
    ow = (w - dw * (kw - 1) - 1) // sw + 1
    y = np.zeros((n, oh, ow, m)) + b
    for i in range(kh):
        for j in range(kw):
            rows = slice(dh * i, dh * i + sh * (oh - 1) + 1, sh)
            columns = slice(dw * j, dw * j + sw * (ow - 1) + 1, sw)
            y += x[:, rows, columns] @ W[i, j]
    return y

# %% dilation-swapped: The dilations of rows and columns were swapped.
def conv2d(x, W, b, stride, dilation):
    (n, h, w, _), (kh, kw, _, m) = x.shape, W.shape
    (sh, sw), (dw, dh) = stride, dilation
    oh = (h - dh * (kh - 1) - 1) // sh + 1
    ow = (w - dw * (kw - 1) - 1) // sw + 1
    y = np.zeros((n, oh, ow, m)) + b
    for i in range(kh):
        for j in range(kw):
            rows = slice(dh * i, dh * i + sh * (oh - 1) + 1, sh)
            columns = slice(dw * j, dw * j + sw * (ow - 1) + 1, sw)
            y += x[:, rows, columns] @ W[i, j]
    return y

# %% dilation-forgotten: The dilation was left out.
def conv2d(x, W, b, stride, dilation):
    (n, h, w, _), (kh, kw, _, m) = x.shape, W.shape
    (sh, sw), (dh, dw) = stride, (1, 1)
    oh = (h - dh * (kh - 1) - 1) // sh + 1
    ow = (w - dw * (kw - 1) - 1) // sw + 1
    y = np.zeros((n, oh, ow, m)) + b
    for i in range(kh):
        for j in range(kw):
            rows = slice(dh * i, dh * i + sh * (oh - 1) + 1, sh)
            columns = slice(dw * j, dw * j + sw * (ow - 1) + 1, sw)
            y += x[:, rows, columns] @ W[i, j]
    return y

# %% last-window-missing: The last window is missing where it fits exactly: the count is (…) // stride + 1.
def conv2d(x, W, b, stride, dilation):
    (n, h, w, _), (kh, kw, _, m) = x.shape, W.shape
    (sh, sw), (dh, dw) = stride, dilation
    oh = max((h - dh * (kh - 1) - 2) // sh + 1, 1)
    ow = max((w - dw * (kw - 1) - 2) // sw + 1, 1)
    y = np.zeros((n, oh, ow, m)) + b
    for i in range(kh):
        for j in range(kw):
            rows = slice(dh * i, dh * i + sh * (oh - 1) + 1, sh)
            columns = slice(dw * j, dw * j + sw * (ow - 1) + 1, sw)
            y += x[:, rows, columns] @ W[i, j]
    return y

# %% channels-not-summed: The answers of the channels were averaged; they are added up.
def conv2d(x, W, b, stride, dilation):
    (n, h, w, _), (kh, kw, _, m) = x.shape, W.shape
    (sh, sw), (dh, dw) = stride, dilation
    oh = (h - dh * (kh - 1) - 1) // sh + 1
    ow = (w - dw * (kw - 1) - 1) // sw + 1
    y = np.zeros((n, oh, ow, m)) + b
    for i in range(kh):
        for j in range(kw):
            rows = slice(dh * i, dh * i + sh * (oh - 1) + 1, sh)
            columns = slice(dw * j, dw * j + sw * (ow - 1) + 1, sw)
            y += x[:, rows, columns] @ W[i, j] / len(W[i, j])
    return y

# %% first-picture-only: Every picture of the batch got the answers of the first one.
def conv2d(x, W, b, stride, dilation):
    (n, h, w, _), (kh, kw, _, m) = x.shape, W.shape
    (sh, sw), (dh, dw) = stride, dilation
    oh = (h - dh * (kh - 1) - 1) // sh + 1
    ow = (w - dw * (kw - 1) - 1) // sw + 1
    y = np.zeros((n, oh, ow, m)) + b
    for i in range(kh):
        for j in range(kw):
            rows = slice(dh * i, dh * i + sh * (oh - 1) + 1, sh)
            columns = slice(dw * j, dw * j + sw * (ow - 1) + 1, sw)
            y += x[:1, rows, columns] @ W[i, j]
    return y
