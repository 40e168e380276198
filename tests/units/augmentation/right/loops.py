# %% flip-and-crop
def flip_and_crop(x, mirrored, top, left, pad):
    out = np.zeros(x.shape, dtype=x.dtype)
    n, h, w, c = x.shape
    for k in range(n):
        for i in range(h):
            for j in range(w):
                r, s = i + top[k] - pad, j + left[k] - pad
                if 0 <= r < h and 0 <= s < w:
                    out[k, i, w - 1 - j if mirrored[k] else j] = x[k, r, s]
    return out

# %% transformed
def transformed(x, steps, draws, training):
    pictures = [picture.astype(float) for picture in x]
    for s, step in enumerate(steps):
        name = step[0]
        if name not in {"mirror", "brightness", "contrast", "normalise"}:
            raise ValueError(name)
        for k in range(len(pictures)):
            u, picture = draws[k][s], pictures[k]
            if name == "normalise":
                pictures[k] = (picture - np.asarray(step[1])) / np.asarray(step[2])
            elif training:
                f = 1 + step[1] * (2 * u - 1)
                if name == "brightness":
                    pictures[k] = np.clip(picture * f, 0.0, 1.0)
                elif name == "contrast":
                    m = picture.mean()
                    pictures[k] = np.clip(m + f * (picture - m), 0.0, 1.0)
                elif u < step[1]:
                    pictures[k] = np.fliplr(picture)
    return np.array(pictures)

# %% rotated
def rotated(x, degrees):
    n, h, w = x.shape
    padded = np.pad(x, ((0, 0), (1, 1), (1, 1)))
    out = np.zeros(x.shape)
    for k in range(n):
        angle = np.radians(degrees[k])
        c, s = np.cos(angle), np.sin(angle)
        for i in range(h):
            for j in range(w):
                u, v = j - (w - 1) / 2, i - (h - 1) / 2
                column, row = c * u - s * v + (w - 1) / 2 + 1, s * u + c * v + (h - 1) / 2 + 1
                p, q = int(np.floor(row)), int(np.floor(column))
                for r in (p, p + 1):
                    for t in (q, q + 1):
                        if 0 <= r < h + 2 and 0 <= t < w + 2:
                            out[k, i, j] += (1 - abs(row - r)) * (1 - abs(column - t)) * padded[k, r, t]
    return out

# %% homographies
def homographies(old, new):
    def flat(a, b, c):
        return abs(np.linalg.det(np.array([b - a, c - a]))) / 2 < 1e-9
    found = []
    for p, q in zip(old, new):
        for points in (p, q):
            for a, b, c in [(0, 1, 2), (0, 1, 3), (0, 2, 3), (1, 2, 3)]:
                if flat(points[a], points[b], points[c]):
                    raise ValueError("on a line")
        A, right = np.zeros((8, 8)), np.zeros(8)
        for k in range(4):
            A[k] = [p[k, 0], p[k, 1], 1, 0, 0, 0, -p[k, 0] * q[k, 0], -p[k, 1] * q[k, 0]]
            A[k + 4] = [0, 0, 0, p[k, 0], p[k, 1], 1, -p[k, 0] * q[k, 1], -p[k, 1] * q[k, 1]]
            right[k], right[k + 4] = q[k]
        a = np.linalg.solve(A, right)
        found.append([a[:3], a[3:6], [a[6], a[7], 1.0]])
    return np.array(found)

# %% moved-labels
def moved_labels(H, boxes, points, pairs, h, w):
    def move(point):
        X, Y, Z = H @ np.array([*point, 1.0])
        return [X / Z, Y / Z]
    out, kept = np.zeros((len(boxes), 4)), []
    for k, (x0, y0, x1, y1) in enumerate(boxes):
        corners = [move(c) for c in [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]]
        xs, ys = [c[0] for c in corners], [c[1] for c in corners]
        left, right, top, bottom = min(xs), max(xs), min(ys), max(ys)
        out[k] = [min(max(left, 0), w - 1), min(max(top, 0), h - 1), min(max(right, 0), w - 1), min(max(bottom, 0), h - 1)]
        rest = (out[k, 2] - out[k, 0]) * (out[k, 3] - out[k, 1])
        kept.append(rest * 4 >= (right - left) * (bottom - top))
    place = [move(point) for point in points]
    if np.linalg.det(H) < 0:
        for a, b in pairs:
            place[a], place[b] = place[b], place[a]
    visible = [0 <= x <= w - 1 and 0 <= y <= h - 1 for x, y in place]
    return out, np.array(kept, dtype=bool), np.array(place).reshape(-1, 2), np.array(visible, dtype=bool)

# %% mixup
def mixup(x, y, classes, share, partner):
    mixed, targets = np.zeros(x.shape), np.zeros((len(x), classes))
    for k in range(len(x)):
        p, s = partner[k], share[k]
        mixed[k] = x[k].astype(float) * s + x[p].astype(float) * (1 - s)
        targets[k, y[k]] += s
        targets[k, y[p]] += 1 - s
    return mixed, targets

# %% mended-sets
def mended_sets(x, y, order, n_test, steps, gains):
    x_train, y_train = [], []
    for place in range(n_test, len(order)):
        k = order[place]
        for c in range(steps.shape[1]):
            wide = moved(x[k].astype(np.int64), int(steps[k, c])) + int(gains[k, c])
            x_train.append(np.minimum(np.maximum(wide, 0), 255).astype("uint8"))
            y_train.append(y[k])
    held = list(order[:n_test])
    return np.stack(x_train), np.array(y_train), np.stack([x[k] for k in held]), np.array([y[k] for k in held])
