# %% corners
def corners(boxes, form, height, width):
    # each form is a linear map of its four numbers: rows times a matrix
    half = 0.5
    maps = {
        "xyxy": [[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]],
        "xywh": [[1, 0, 1, 0], [0, 1, 0, 1], [0, 0, 1, 0], [0, 0, 0, 1]],
        "cxcywh": [[1, 0, 1, 0], [0, 1, 0, 1], [-half, 0, half, 0], [0, -half, 0, half]],
        "yxyx": [[0, 1, 0, 0], [1, 0, 0, 0], [0, 0, 0, 1], [0, 0, 1, 0]],
    }
    if form not in maps:
        raise ValueError(form)
    matrix = np.array(maps[form], dtype=float)
    if form in ("cxcywh", "yxyx"):
        matrix = matrix * [width, height, width, height]
    whole = boxes @ matrix
    clipped = whole.copy()
    clipped[:, [0, 2]] = whole[:, [0, 2]].clip(0, width)
    clipped[:, [1, 3]] = whole[:, [1, 3]].clip(0, height)
    w, h = (whole[:, 2:] - whole[:, :2]).T
    cw, ch = (clipped[:, 2:] - clipped[:, :2]).T
    share = np.zeros(len(boxes))
    some = w * h > 0
    share[some] = (cw * ch)[some] / (w * h)[some]
    return clipped, share

# %% iou-matrix
def iou_matrix(a, b, crowd):
    both = np.ones((len(a), len(b)))
    for s in (0, 1):
        both *= np.maximum(np.minimum(a[:, s + 2, None], b[:, s + 2]) - np.maximum(a[:, s, None], b[:, s]), 0)
    area = lambda x: np.abs((x[:, 2] - x[:, 0]) * (x[:, 3] - x[:, 1]))
    whole = np.add.outer(area(a), area(b)) - both
    whole[:, crowd] = area(a)[:, None]
    result = np.zeros_like(both)
    result[both > 0] = both[both > 0] / whole[both > 0]
    return result

# %% match
def match(iou, low, high):
    n, m = iou.shape
    if not m:
        return -np.ones(n, dtype=int)
    claims = np.zeros((n, m))
    winners = iou.argmax(axis=0)
    claims[winners, np.arange(m)] = iou[winners, np.arange(m)]
    top = iou.max(axis=1)
    learns = np.select([claims.max(axis=1) > 0, top >= high, top >= low], [claims.argmax(axis=1), iou.argmax(axis=1), -2], -1)
    return learns.astype(int)

# %% nms
def nms(iou, scores, labels, threshold, most):
    order = np.argsort(-scores, kind="stable")
    covers = (iou > threshold) & (labels[:, None] == labels[None])
    covers = np.triu(covers[order][:, order], 1)
    kept = np.ones(len(order), dtype=bool)
    for i in range(len(order)):
        if kept[i]:
            kept &= ~covers[i]
    return order[kept][:most]

# %% fewer
def fewer():
    # the band stands upright
    boxes = [[0, 0, 29, 60], [0, 0, 60, 60], [0, 0, 60, 39], [0, 21, 60, 60]]
    return boxes, [10.0, 7.5, 3.25, 0.0]
