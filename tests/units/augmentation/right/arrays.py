# %% flip-and-crop
def flip_and_crop(x, mirrored, top, left, pad):
    n, h, w, _ = x.shape
    padded = np.pad(x, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    rows = np.asarray(top)[:, None] + np.arange(h)
    columns = np.asarray(left)[:, None] + np.arange(w)
    columns = np.where(np.asarray(mirrored)[:, None], columns[:, ::-1], columns)
    return padded[np.arange(n)[:, None, None], rows[:, :, None], columns[:, None, :]]

# %% transformed
def transformed(x, steps, draws, training):
    def squeeze(a):
        return np.minimum(1, np.maximum(0, a))
    def mirror(a, u, p):
        return np.where((u < p)[:, None, None, None], np.flip(a, axis=2), a)
    def brightness(a, u, s):
        return squeeze(np.einsum("nhwc,n->nhwc", a, 1 - s + 2 * s * u))
    def contrast(a, u, s):
        m = a.reshape(len(a), -1).mean(axis=1)[:, None, None, None]
        return squeeze(m + (1 - s + 2 * s * u)[:, None, None, None] * (a - m))
    table = {"mirror": mirror, "brightness": brightness, "contrast": contrast}
    unknown = {step[0] for step in steps} - {*table, "normalise"}
    if unknown:
        raise ValueError(f"unknown: {unknown}")
    out = np.array(x, dtype=float)
    for column, step in zip(np.transpose(draws), steps):
        if step[0] == "normalise":
            out = (out - np.array(step[1])) / np.array(step[2])
        elif training:
            out = table[step[0]](out, column, step[1])
    return out

# %% rotated
def rotated(x, degrees):
    n, h, w = x.shape
    t = np.deg2rad(np.asarray(degrees, dtype=float))
    middle = np.array([(w - 1) / 2, (h - 1) / 2])
    i, j = np.meshgrid(np.arange(h), np.arange(w), indexing="ij")
    points = np.stack([j, i], axis=-1).reshape(-1, 2) - middle
    back = np.array([[np.cos(t), -np.sin(t)], [np.sin(t), np.cos(t)]]).transpose(2, 0, 1)
    places = points @ back.transpose(0, 2, 1) + middle
    across = np.maximum(0, 1 - np.abs(places[:, :, 0, None] - np.arange(w)))
    down = np.maximum(0, 1 - np.abs(places[:, :, 1, None] - np.arange(h)))
    return np.einsum("npi,nij,npj->np", down, x, across).reshape(n, h, w)

# %% homographies
def homographies(old, new):
    old, new = np.asarray(old, dtype=float), np.asarray(new, dtype=float)
    for points in (old, new):
        for a, b, c in [(0, 1, 2), (0, 1, 3), (0, 2, 3), (1, 2, 3)]:
            p, q = points[:, b] - points[:, a], points[:, c] - points[:, a]
            if np.any(np.abs(p[:, 0] * q[:, 1] - p[:, 1] * q[:, 0]) < 2e-9):
                raise ValueError("three points on a line")
    n = len(old)
    one, none = np.ones((n, 4, 1)), np.zeros((n, 4, 3))
    rows = np.concatenate([old, one], axis=2)
    upper = np.concatenate([rows, none, -old * new[:, :, :1]], axis=2)
    lower = np.concatenate([none, rows, -old * new[:, :, 1:]], axis=2)
    right = np.concatenate([new[:, :, 0], new[:, :, 1]], axis=1)
    a = np.linalg.solve(np.concatenate([upper, lower], axis=1), right[..., None])[..., 0]
    return np.concatenate([a, np.ones((n, 1))], axis=1).reshape(n, 3, 3)

# %% moved-labels
def moved_labels(H, boxes, points, pairs, h, w):
    def move(a):
        q = np.hstack([a, np.ones((len(a), 1))]) @ H.T
        return q[:, :2] / q[:, 2:]
    corners = boxes[:, [0, 1, 2, 1, 2, 3, 0, 3]].reshape(-1, 2)
    corners = move(corners).reshape(-1, 4, 2)
    low, high = corners.min(axis=1), corners.max(axis=1)
    edge = np.array([w - 1, h - 1])
    cut_low, cut_high = np.clip(low, 0, edge), np.clip(high, 0, edge)
    before, after = (high - low).prod(axis=1), (cut_high - cut_low).prod(axis=1)
    place = move(points)
    a = np.asarray(H)
    if a[0] @ np.cross(a[1], a[2]) < 0:
        swapped = place.copy()
        swapped[pairs[:, 0]], swapped[pairs[:, 1]] = place[pairs[:, 1]], place[pairs[:, 0]]
        place = swapped
    visible = np.all((0 <= place) & (place <= edge), axis=1)
    return np.hstack([cut_low, cut_high]), after >= 0.25 * before, place, visible

# %% mixup
def mixup(x, y, classes, share, partner):
    other = x[partner].astype(float)
    mixed = other + np.einsum("n,n...->n...", share, x - other)
    own = (y[:, None] == np.arange(classes)).astype(float)
    theirs = (y[partner][:, None] == np.arange(classes)).astype(float)
    return mixed, theirs + share[:, None] * (own - theirs)

# %% mended-sets
def mended_sets(x, y, order, n_test, steps, gains):
    train, copies = order[n_test:], steps.shape[1]
    rows = np.repeat(train, copies)
    columns = np.arange(x.shape[2]) - steps[train].reshape(-1, 1)
    inside = (columns >= 0) & (columns < x.shape[2])
    picked = np.take_along_axis(x[rows].astype(int), columns.clip(0, x.shape[2] - 1)[:, None, :], axis=2)
    picked = picked * inside[:, None, :] + gains[train].reshape(-1, 1, 1)
    return picked.clip(0, 255).astype(np.uint8), y[rows], x[order[:n_test]].copy(), y[order[:n_test]].copy()
