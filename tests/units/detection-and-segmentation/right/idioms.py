# %% corners
def corners(boxes, form, height, width):
    size = np.array([width, height, width, height], dtype=float)
    boxes = np.array(boxes, dtype=float)
    turn = {
        "xyxy": lambda x: x,
        "xywh": lambda x: np.hstack([x[:, :2], x[:, :2] + x[:, 2:]]),
        "cxcywh": lambda x: np.hstack([x[:, :2] - x[:, 2:] / 2, x[:, :2] + x[:, 2:] / 2]) * size,
        "yxyx": lambda x: x[:, [1, 0, 3, 2]] * size,
    }
    if form not in turn:
        raise ValueError("unknown form")
    whole = turn[form](boxes)
    clipped = np.minimum(np.maximum(whole, 0), size)
    before, after = np.diff(whole.reshape(-1, 2, 2), axis=1).prod((1, 2)), np.diff(clipped.reshape(-1, 2, 2), axis=1).prod((1, 2))
    share = np.zeros(len(boxes))
    np.divide(after, before, out=share, where=before > 0)
    return clipped, share

# %% iou-matrix
def iou_matrix(a, b, crowd):
    w = np.minimum.outer(a[:, 2], b[:, 2]) - np.maximum.outer(a[:, 0], b[:, 0])
    h = np.minimum.outer(a[:, 3], b[:, 3]) - np.maximum.outer(a[:, 1], b[:, 1])
    both = np.where((w > 0) & (h > 0), w * h, 0.0)
    area = (a[:, 2] - a[:, 0]) * (a[:, 3] - a[:, 1])
    other = (b[:, 2] - b[:, 0]) * (b[:, 3] - b[:, 1])
    whole = area[:, None] + np.where(np.asarray(crowd), 0, 1) * (other[None] - both)
    return np.divide(both, whole, out=np.zeros(both.shape), where=whole > 0)

# %% match
def match(iou, low, high):
    padded = np.column_stack([iou, np.zeros(len(iou))])
    best = padded.max(1)
    learns = padded.argmax(1)
    learns[best < high] = -2
    learns[best < low] = -1
    # a later assignment overwrites an earlier one: so weak claims first, and of equal ones the larger index
    boxes = np.arange(iou.shape[1])
    top = iou.max(0)
    for j in sorted(boxes[top > 0], key=lambda j: (top[j], -j)):
        learns[iou[:, j].argmax()] = j
    return learns

# %% offsets
def split(x):
    size = x[:, 2:] - x[:, :2]
    return x[:, :2] + size / 2, size


def encode(anchors, boxes, scale):
    (m, s), (mb, sb) = split(anchors), split(boxes)
    return np.hstack([(mb - m) / s / scale[:2], (np.log(sb) - np.log(s)) / scale[2:]])


def decode(anchors, offsets, scale, limit):
    m, s = split(anchors)
    m = m + offsets[:, :2] * scale[:2] * s
    s = s * np.exp(np.clip(offsets[:, 2:] * scale[2:], None, limit))
    return np.hstack([m - s / 2, m + s / 2])

# %% nms
def nms(iou, scores, labels, threshold, most):
    order = np.lexsort((np.arange(len(scores)), -np.asarray(scores)))
    covers = (iou > threshold) & (labels[:, None] == labels)
    kept = []
    while len(order) and len(kept) < most:
        best, order = order[0], order[1:]
        kept.append(best)
        order = order[~covers[best, order]]
    return np.array(kept, dtype=int)

# %% average-precision
def average_precision(scores, iou, picture, owner, threshold):
    hit = np.zeros(len(scores), dtype=bool)
    if not len(owner):
        return np.nan, hit
    if not len(scores):
        return 0.0, hit
    left = np.where(picture[:, None] == owner, iou, -1.0)
    order = np.argsort(-scores, kind="mergesort")
    for i in order:
        j = left[i].argmax()
        if left[i, j] >= threshold:
            hit[i] = True
            left[:, j] = -1
    found = np.cumsum(hit[order])
    precision = np.append(found / np.arange(1, len(found) + 1), 0)
    recall = np.concatenate([[0], found / len(owner), [1]])
    for p in range(len(precision) - 1, 0, -1):
        precision[p - 1] = max(precision[p - 1], precision[p])
    return np.sum(np.diff(recall) * precision), hit

# %% mended-report
def mended_report(prediction, target, k):
    tables = np.zeros((len(target), k, k))
    t = np.broadcast_to(np.arange(len(target))[:, None, None], target.shape)
    np.add.at(tables, (t, target, prediction), 1)
    both = np.diagonal(tables, axis1=1, axis2=2)
    sums = tables.sum(1) + tables.sum(2)
    with np.errstate(invalid="ignore"):
        dice, iou = 2 * both / sums, both / (sums - both)
        pooled = both.sum(0) / (sums - both).sum(0)
    return dice, iou, np.nanmean(pooled)

# %% fewer
def fewer():
    boxes = np.array([[0, 0, 1, 0.5], [0, 0, 1, 1], [0, 0, 0.62, 1], [0.38, 0, 1, 1], [0.0, 5, 0.5, 6]])
    boxes[0] = [-0.02, 0, 1.0, 0.48]
    return boxes * 100 - 7, np.array([0.9, -1.0, -2.0, -3.5, -9.0])
