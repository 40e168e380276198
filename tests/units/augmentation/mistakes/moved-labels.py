# %% two-corners: Only two corners of each box were moved; any of the four may become the outermost one.
def moved_labels(H, boxes, points, pairs, h, w):
    def move(x, y):
        X, Y, Z = (row[0] * x + row[1] * y + row[2] for row in H)
        return X / Z, Y / Z

    x, y = move(boxes[:, [0, 2]], boxes[:, [1, 3]])
    new = np.stack([x.min(axis=1), y.min(axis=1), x.max(axis=1), y.max(axis=1)], axis=1)
    cut = new.clip(0, np.array([w - 1, h - 1, w - 1, h - 1]))
    area, left = ((b[:, 2] - b[:, 0]) * (b[:, 3] - b[:, 1]) for b in (new, cut))
    place = np.stack(move(points[:, 0], points[:, 1]), axis=1)
    if np.linalg.det(H) < 0:
        order = np.arange(len(points))
        order[pairs.ravel()] = pairs[:, ::-1].ravel()
        place = place[order]
    visible = ((place >= 0) & (place <= np.array([w - 1, h - 1]))).all(axis=1)
    return cut, left >= area / 4, place, visible

# %% not-divided: X and Y were not divided by Z.
def moved_labels(H, boxes, points, pairs, h, w):
    def move(x, y):
        X, Y, Z = (row[0] * x + row[1] * y + row[2] for row in H)
        return X, Y

    x, y = move(boxes[:, [0, 0, 2, 2]], boxes[:, [1, 3, 1, 3]])
    new = np.stack([x.min(axis=1), y.min(axis=1), x.max(axis=1), y.max(axis=1)], axis=1)
    cut = new.clip(0, np.array([w - 1, h - 1, w - 1, h - 1]))
    area, left = ((b[:, 2] - b[:, 0]) * (b[:, 3] - b[:, 1]) for b in (new, cut))
    place = np.stack(move(points[:, 0], points[:, 1]), axis=1)
    if np.linalg.det(H) < 0:
        order = np.arange(len(points))
        order[pairs.ravel()] = pairs[:, ::-1].ravel()
        place = place[order]
    visible = ((place >= 0) & (place <= np.array([w - 1, h - 1]))).all(axis=1)
    return cut, left >= area / 4, place, visible

# %% not-cut: What sticks out of the picture was not cut off.
def moved_labels(H, boxes, points, pairs, h, w):
    def move(x, y):
        X, Y, Z = (row[0] * x + row[1] * y + row[2] for row in H)
        return X / Z, Y / Z

    x, y = move(boxes[:, [0, 0, 2, 2]], boxes[:, [1, 3, 1, 3]])
    new = np.stack([x.min(axis=1), y.min(axis=1), x.max(axis=1), y.max(axis=1)], axis=1)
    cut = new.clip(0, np.array([w - 1, h - 1, w - 1, h - 1]))
    area, left = ((b[:, 2] - b[:, 0]) * (b[:, 3] - b[:, 1]) for b in (new, cut))
    place = np.stack(move(points[:, 0], points[:, 1]), axis=1)
    if np.linalg.det(H) < 0:
        order = np.arange(len(points))
        order[pairs.ravel()] = pairs[:, ::-1].ravel()
        place = place[order]
    visible = ((place >= 0) & (place <= np.array([w - 1, h - 1]))).all(axis=1)
    return new, left >= area / 4, place, visible

# %% names-kept: The map mirrors, and left and right have kept their names.
def moved_labels(H, boxes, points, pairs, h, w):
    def move(x, y):
        X, Y, Z = (row[0] * x + row[1] * y + row[2] for row in H)
        return X / Z, Y / Z

    x, y = move(boxes[:, [0, 0, 2, 2]], boxes[:, [1, 3, 1, 3]])
    new = np.stack([x.min(axis=1), y.min(axis=1), x.max(axis=1), y.max(axis=1)], axis=1)
    cut = new.clip(0, np.array([w - 1, h - 1, w - 1, h - 1]))
    area, left = ((b[:, 2] - b[:, 0]) * (b[:, 3] - b[:, 1]) for b in (new, cut))
    place = np.stack(move(points[:, 0], points[:, 1]), axis=1)
    if False:
        order = np.arange(len(points))
        order[pairs.ravel()] = pairs[:, ::-1].ravel()
        place = place[order]
    visible = ((place >= 0) & (place <= np.array([w - 1, h - 1]))).all(axis=1)
    return cut, left >= area / 4, place, visible

# %% names-always: Left and right were exchanged under maps that do not mirror.
def moved_labels(H, boxes, points, pairs, h, w):
    def move(x, y):
        X, Y, Z = (row[0] * x + row[1] * y + row[2] for row in H)
        return X / Z, Y / Z

    x, y = move(boxes[:, [0, 0, 2, 2]], boxes[:, [1, 3, 1, 3]])
    new = np.stack([x.min(axis=1), y.min(axis=1), x.max(axis=1), y.max(axis=1)], axis=1)
    cut = new.clip(0, np.array([w - 1, h - 1, w - 1, h - 1]))
    area, left = ((b[:, 2] - b[:, 0]) * (b[:, 3] - b[:, 1]) for b in (new, cut))
    place = np.stack(move(points[:, 0], points[:, 1]), axis=1)
    if True:
        order = np.arange(len(points))
        order[pairs.ravel()] = pairs[:, ::-1].ravel()
        place = place[order]
    visible = ((place >= 0) & (place <= np.array([w - 1, h - 1]))).all(axis=1)
    return cut, left >= area / 4, place, visible

# %% last-pixel: The last column of a picture of w columns is w - 1, not w.
def moved_labels(H, boxes, points, pairs, h, w):
    def move(x, y):
        X, Y, Z = (row[0] * x + row[1] * y + row[2] for row in H)
        return X / Z, Y / Z

    x, y = move(boxes[:, [0, 0, 2, 2]], boxes[:, [1, 3, 1, 3]])
    new = np.stack([x.min(axis=1), y.min(axis=1), x.max(axis=1), y.max(axis=1)], axis=1)
    cut = new.clip(0, np.array([w, h, w, h]))
    area, left = ((b[:, 2] - b[:, 0]) * (b[:, 3] - b[:, 1]) for b in (new, cut))
    place = np.stack(move(points[:, 0], points[:, 1]), axis=1)
    if np.linalg.det(H) < 0:
        order = np.arange(len(points))
        order[pairs.ravel()] = pairs[:, ::-1].ravel()
        place = place[order]
    visible = ((place >= 0) & (place <= np.array([w, h]))).all(axis=1)
    return cut, left >= area / 4, place, visible

# %% visible-exchanged: The points were exchanged, and visible still belongs to the old order.
def moved_labels(H, boxes, points, pairs, h, w):
    def move(x, y):
        X, Y, Z = (row[0] * x + row[1] * y + row[2] for row in H)
        return X / Z, Y / Z

    x, y = move(boxes[:, [0, 0, 2, 2]], boxes[:, [1, 3, 1, 3]])
    new = np.stack([x.min(axis=1), y.min(axis=1), x.max(axis=1), y.max(axis=1)], axis=1)
    cut = new.clip(0, np.array([w - 1, h - 1, w - 1, h - 1]))
    area, left = ((b[:, 2] - b[:, 0]) * (b[:, 3] - b[:, 1]) for b in (new, cut))
    place = np.stack(move(points[:, 0], points[:, 1]), axis=1)
    if np.linalg.det(H) < 0:
        visible = ((place >= 0) & (place <= np.array([w - 1, h - 1]))).all(axis=1)
        order = np.arange(len(points))
        order[pairs.ravel()] = pairs[:, ::-1].ravel()
        place = place[order]
    if np.linalg.det(H) >= 0:
        visible = ((place >= 0) & (place <= np.array([w - 1, h - 1]))).all(axis=1)
    return cut, left >= area / 4, place, visible

# %% half-kept: A box is kept from a quarter of its area on, not from a half on.
def moved_labels(H, boxes, points, pairs, h, w):
    def move(x, y):
        X, Y, Z = (row[0] * x + row[1] * y + row[2] for row in H)
        return X / Z, Y / Z

    x, y = move(boxes[:, [0, 0, 2, 2]], boxes[:, [1, 3, 1, 3]])
    new = np.stack([x.min(axis=1), y.min(axis=1), x.max(axis=1), y.max(axis=1)], axis=1)
    cut = new.clip(0, np.array([w - 1, h - 1, w - 1, h - 1]))
    area, left = ((b[:, 2] - b[:, 0]) * (b[:, 3] - b[:, 1]) for b in (new, cut))
    place = np.stack(move(points[:, 0], points[:, 1]), axis=1)
    if np.linalg.det(H) < 0:
        order = np.arange(len(points))
        order[pairs.ravel()] = pairs[:, ::-1].ravel()
        place = place[order]
    visible = ((place >= 0) & (place <= np.array([w - 1, h - 1]))).all(axis=1)
    return cut, left >= area / 2, place, visible
