# %% flip-and-crop
def flip_and_crop(x, mirrored, top, left, pad):
    def one(picture, mirror, r, s):
        frame = np.zeros((picture.shape[0] + 2 * pad, picture.shape[1] + 2 * pad, picture.shape[2]), dtype=x.dtype)
        frame[pad : pad + picture.shape[0], pad : pad + picture.shape[1]] = picture
        window = frame[r:, s:][: picture.shape[0], : picture.shape[1]]
        return np.fliplr(window) if mirror else window
    return np.stack([one(*row) for row in zip(x, mirrored, top, left)])

# %% transformed
def transformed(x, steps, draws, training):
    for step in steps:
        if step[0] not in ("mirror", "brightness", "contrast", "normalise"):
            raise ValueError(step[0])
    out = x + 0.0
    for s, step in enumerate(steps):
        if step[0] == "normalise":
            out = out - np.reshape(step[1], (1, 1, 1, -1))
            out = out / np.reshape(step[2], (1, 1, 1, -1))
            continue
        if not training:
            continue
        if step[0] == "mirror":
            turned = draws[:, s] < step[1]
            out = out.copy()
            out[turned] = out[turned][:, :, ::-1]
            continue
        f = np.interp(draws[:, s], [0, 1], [1 - step[1], 1 + step[1]])[:, None, None, None]
        if step[0] == "contrast":
            m = out.mean(axis=3, keepdims=True).mean(axis=2, keepdims=True).mean(axis=1, keepdims=True)
            out = f * out + (1 - f) * m
        else:
            out = f * out
        out = out.clip(0, 1)
    return out

# %% rotated
def rotated(x, degrees):
    n, h, w = x.shape
    padded = np.pad(x, ((0, 0), (1, 2), (1, 2)))
    t = np.pi * np.asarray(degrees) / 180
    z = (np.arange(w) - (w - 1) / 2) + 1j * (np.arange(h) - (h - 1) / 2)[:, None]
    z = z * np.exp(1j * t)[:, None, None] + (w - 1) / 2 + 1j * (h - 1) / 2
    column, row = np.clip(z.real, -1, w) + 1, np.clip(z.imag, -1, h) + 1
    q, p = column.astype(int), row.astype(int)
    b, a = column - q, row - p
    k = np.arange(n)[:, None, None]
    upper = padded[k, p, q] + b * (padded[k, p, q + 1] - padded[k, p, q])
    lower = padded[k, p + 1, q] + b * (padded[k, p + 1, q + 1] - padded[k, p + 1, q])
    return upper + a * (lower - upper)

# %% homographies
def homographies(old, new):
    from itertools import combinations
    for points in [*old, *new]:
        for three in combinations(points, 3):
            corners = np.column_stack([three, np.ones(3)])
            if abs(np.linalg.det(corners)) / 2 < 1e-9:
                raise ValueError("a line")
    def basis(four):
        """The matrix that takes the unit vectors and (1, 1, 1) to four points."""
        columns = np.column_stack([four, np.ones(4)]).T
        return columns[:, :3] * np.linalg.solve(columns[:, :3], columns[:, 3])
    found = np.array([basis(q) @ np.linalg.inv(basis(p)) for p, q in zip(old, new)])
    return found / found[:, 2:, 2:]

# %% moved-labels
def moved_labels(H, boxes, points, pairs, h, w):
    homogeneous = lambda x, y: np.tensordot(H, np.stack([x, y, np.ones_like(x)]), axes=1)
    X, Y, Z = homogeneous(boxes[:, [0, 2, 0, 2]], boxes[:, [1, 1, 3, 3]])
    x, y = np.sort(X / Z, axis=1), np.sort(Y / Z, axis=1)
    new = np.column_stack([x[:, 0], y[:, 0], x[:, 3], y[:, 3]])
    cut = np.column_stack([new[:, 0::2].clip(0, w - 1), new[:, 1::2].clip(0, h - 1)])[:, [0, 2, 1, 3]]
    size = lambda b: (b[:, 2] - b[:, 0]) * (b[:, 3] - b[:, 1])
    X, Y, Z = homogeneous(points[:, 0], points[:, 1])
    place = np.column_stack([X / Z, Y / Z])
    if np.linalg.slogdet(H)[0] < 0:
        place[pairs.T.ravel()] = place[pairs[:, ::-1].T.ravel()]
    visible = (place[:, 0] >= 0) & (place[:, 0] <= w - 1) & (place[:, 1] >= 0) & (place[:, 1] <= h - 1)
    return cut, ~(size(cut) * 4 < size(new)), place, visible

# %% mixup
def mixup(x, y, classes, share, partner):
    n = len(x)
    A = np.zeros((n, n))
    A[np.arange(n), np.arange(n)] += share
    A[np.arange(n), partner] += 1 - share
    flat = A @ x.reshape(n, -1).astype(float)
    return flat.reshape(x.shape), A @ np.eye(classes)[y]

# %% mended-sets
def mended_sets(x, y, order, n_test, steps, gains):
    test, train = np.split(order, [n_test])
    copies = np.array([moved(x[k], s) for k in train for s in steps[k]]).astype(np.int32)
    copies += gains[train].reshape(-1, 1, 1).astype(np.int32)
    copies[copies < 0] = 0
    copies[copies > 255] = 255
    return copies.astype(np.uint8), np.repeat(y[train], steps.shape[1]), x[test], y[test]
