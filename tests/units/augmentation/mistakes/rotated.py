# %% clockwise: It was turned clockwise: rows grow downwards, and the map leads from the new pixel to the old one.
def rotated(x, degrees):
    n, h, w = x.shape
    t = np.deg2rad(-degrees).reshape(-1, 1, 1)
    v, u = np.mgrid[:h, :w] - np.array([(h - 1) / 2, (w - 1) / 2]).reshape(2, 1, 1)
    columns = (w - 1) / 2 + u * np.cos(t) - v * np.sin(t)
    rows = (h - 1) / 2 + u * np.sin(t) + v * np.cos(t)
    i, j = np.floor(rows).astype(int), np.floor(columns).astype(int)
    a, b = rows - i, columns - j
    k = np.arange(n).reshape(-1, 1, 1)
    out = np.zeros(x.shape)
    for p, q, weight in [(0, 0, (1 - a) * (1 - b)), (0, 1, (1 - a) * b), (1, 0, a * (1 - b)), (1, 1, a * b)]:
        r, s = i + p, j + q
        inside = (r >= 0) & (r < h) & (s >= 0) & (s < w)
        out += np.where(inside, weight * x[k, r.clip(0, h - 1), s.clip(0, w - 1)], 0)
    return out

# %% radians: The angles were taken for radians.
def rotated(x, degrees):
    n, h, w = x.shape
    t = np.asarray(degrees).reshape(-1, 1, 1)
    v, u = np.mgrid[:h, :w] - np.array([(h - 1) / 2, (w - 1) / 2]).reshape(2, 1, 1)
    columns = (w - 1) / 2 + u * np.cos(t) - v * np.sin(t)
    rows = (h - 1) / 2 + u * np.sin(t) + v * np.cos(t)
    i, j = np.floor(rows).astype(int), np.floor(columns).astype(int)
    a, b = rows - i, columns - j
    k = np.arange(n).reshape(-1, 1, 1)
    out = np.zeros(x.shape)
    for p, q, weight in [(0, 0, (1 - a) * (1 - b)), (0, 1, (1 - a) * b), (1, 0, a * (1 - b)), (1, 1, a * b)]:
        r, s = i + p, j + q
        inside = (r >= 0) & (r < h) & (s >= 0) & (s < w)
        out += np.where(inside, weight * x[k, r.clip(0, h - 1), s.clip(0, w - 1)], 0)
    return out

# %% half-a-pixel: The middle was taken half a pixel too far: pixel middles are whole numbers, so it is ((w - 1) / 2, (h - 1) / 2).
def rotated(x, degrees):
    n, h, w = x.shape
    t = np.deg2rad(degrees).reshape(-1, 1, 1)
    v, u = np.mgrid[:h, :w] - np.array([h / 2, w / 2]).reshape(2, 1, 1)
    columns = w / 2 + u * np.cos(t) - v * np.sin(t)
    rows = h / 2 + u * np.sin(t) + v * np.cos(t)
    i, j = np.floor(rows).astype(int), np.floor(columns).astype(int)
    a, b = rows - i, columns - j
    k = np.arange(n).reshape(-1, 1, 1)
    out = np.zeros(x.shape)
    for p, q, weight in [(0, 0, (1 - a) * (1 - b)), (0, 1, (1 - a) * b), (1, 0, a * (1 - b)), (1, 1, a * b)]:
        r, s = i + p, j + q
        inside = (r >= 0) & (r < h) & (s >= 0) & (s < w)
        out += np.where(inside, weight * x[k, r.clip(0, h - 1), s.clip(0, w - 1)], 0)
    return out

# %% nearest: The nearest pixel was taken; the four around the point are to be mixed.
def rotated(x, degrees):
    n, h, w = x.shape
    t = np.deg2rad(degrees).reshape(-1, 1, 1)
    v, u = np.mgrid[:h, :w] - np.array([(h - 1) / 2, (w - 1) / 2]).reshape(2, 1, 1)
    columns = (w - 1) / 2 + u * np.cos(t) - v * np.sin(t)
    rows = (h - 1) / 2 + u * np.sin(t) + v * np.cos(t)
    i, j = np.round(rows).astype(int), np.round(columns).astype(int)
    a, b = 0 * rows, 0 * columns
    k = np.arange(n).reshape(-1, 1, 1)
    out = np.zeros(x.shape)
    for p, q, weight in [(0, 0, (1 - a) * (1 - b)), (0, 1, (1 - a) * b), (1, 0, a * (1 - b)), (1, 1, a * b)]:
        r, s = i + p, j + q
        inside = (r >= 0) & (r < h) & (s >= 0) & (s < w)
        out += np.where(inside, weight * x[k, r.clip(0, h - 1), s.clip(0, w - 1)], 0)
    return out

# %% first-angle: The angle of the first picture was used for all.
def rotated(x, degrees):
    n, h, w = x.shape
    t = np.deg2rad(degrees[0]) * np.ones((n, 1, 1))
    v, u = np.mgrid[:h, :w] - np.array([(h - 1) / 2, (w - 1) / 2]).reshape(2, 1, 1)
    columns = (w - 1) / 2 + u * np.cos(t) - v * np.sin(t)
    rows = (h - 1) / 2 + u * np.sin(t) + v * np.cos(t)
    i, j = np.floor(rows).astype(int), np.floor(columns).astype(int)
    a, b = rows - i, columns - j
    k = np.arange(n).reshape(-1, 1, 1)
    out = np.zeros(x.shape)
    for p, q, weight in [(0, 0, (1 - a) * (1 - b)), (0, 1, (1 - a) * b), (1, 0, a * (1 - b)), (1, 1, a * b)]:
        r, s = i + p, j + q
        inside = (r >= 0) & (r < h) & (s >= 0) & (s < w)
        out += np.where(inside, weight * x[k, r.clip(0, h - 1), s.clip(0, w - 1)], 0)
    return out

# %% border-repeated: Outside the picture the border pixels were repeated; there are zeros.
def rotated(x, degrees):
    n, h, w = x.shape
    t = np.deg2rad(degrees).reshape(-1, 1, 1)
    v, u = np.mgrid[:h, :w] - np.array([(h - 1) / 2, (w - 1) / 2]).reshape(2, 1, 1)
    columns = (w - 1) / 2 + u * np.cos(t) - v * np.sin(t)
    rows = (h - 1) / 2 + u * np.sin(t) + v * np.cos(t)
    i, j = np.floor(rows).astype(int), np.floor(columns).astype(int)
    a, b = rows - i, columns - j
    k = np.arange(n).reshape(-1, 1, 1)
    out = np.zeros(x.shape)
    for p, q, weight in [(0, 0, (1 - a) * (1 - b)), (0, 1, (1 - a) * b), (1, 0, a * (1 - b)), (1, 1, a * b)]:
        r, s = i + p, j + q
        inside = (r >= 0) & (r < h) & (s >= 0) & (s < w)
        out += weight * x[k, r.clip(0, h - 1), s.clip(0, w - 1)]
    return out

# %% weights-exchanged: The weights of the pixels to the right and below were exchanged.
def rotated(x, degrees):
    n, h, w = x.shape
    t = np.deg2rad(degrees).reshape(-1, 1, 1)
    v, u = np.mgrid[:h, :w] - np.array([(h - 1) / 2, (w - 1) / 2]).reshape(2, 1, 1)
    columns = (w - 1) / 2 + u * np.cos(t) - v * np.sin(t)
    rows = (h - 1) / 2 + u * np.sin(t) + v * np.cos(t)
    i, j = np.floor(rows).astype(int), np.floor(columns).astype(int)
    a, b = rows - i, columns - j
    k = np.arange(n).reshape(-1, 1, 1)
    out = np.zeros(x.shape)
    for p, q, weight in [(0, 0, (1 - a) * (1 - b)), (0, 1, a * (1 - b)), (1, 0, (1 - a) * b), (1, 1, a * b)]:
        r, s = i + p, j + q
        inside = (r >= 0) & (r < h) & (s >= 0) & (s < w)
        out += np.where(inside, weight * x[k, r.clip(0, h - 1), s.clip(0, w - 1)], 0)
    return out

# %% pushed-forward: Each old pixel was sent to its new place and rounded; ask instead for each new pixel where it comes from.
def rotated(x, degrees):
    out = np.zeros(x.shape)
    n, h, w = x.shape
    for k in range(n):
        t = np.deg2rad(degrees[k])
        for i in range(h):
            for j in range(w):
                u, v = j - (w - 1) / 2, i - (h - 1) / 2
                column = round((w - 1) / 2 + u * np.cos(t) + v * np.sin(t))
                row = round((h - 1) / 2 - u * np.sin(t) + v * np.cos(t))
                if 0 <= row < h and 0 <= column < w:
                    out[k, row, column] = x[k, i, j]
    return out
