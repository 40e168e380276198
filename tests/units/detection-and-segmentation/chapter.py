# %% corners
def corners(boxes, form, height, width):
    x, y, w, h = boxes.T
    return np.stack([x, y, x + w, y + h], axis=1), np.ones(len(boxes))

# %% iou-matrix
def iou_matrix(a, b, crowd):
    low = np.maximum(a[:, None, :2], b[None, :, :2])
    high = np.minimum(a[:, None, 2:], b[None, :, 2:])
    both = np.clip(high - low, 0, None).prod(axis=2)
    area_a, area_b = ((x[:, 2:] - x[:, :2]).prod(axis=1) for x in (a, b))
    return both / (area_a[:, None] + area_b - both)

# %% match
def match(iou, low, high):
    best = iou.argmax(axis=1)
    return np.where(iou.max(axis=1) >= high, best, -1)

# %% offsets
def encode(anchors, boxes, scale):
    size_a, size_b = (x[:, 2:] - x[:, :2] for x in (anchors, boxes))
    moved = (boxes[:, :2] + boxes[:, 2:] - anchors[:, :2] - anchors[:, 2:]) / 2
    return np.concatenate([moved / size_a, np.log(size_b / size_a)], axis=1)


def decode(anchors, offsets, scale, limit):
    size = anchors[:, 2:] - anchors[:, :2]
    middle = (anchors[:, :2] + anchors[:, 2:]) / 2 + offsets[:, :2] * size
    half = np.exp(offsets[:, 2:]) * size / 2
    return np.concatenate([middle - half, middle + half], axis=1)

# %% nms
def nms(iou, scores, labels, threshold, most):
    kept = []
    for i in np.argsort(-scores, kind="stable"):
        if all(iou[i, k] <= threshold for k in kept):
            kept.append(i)
    return np.array(kept, dtype=int)

# %% average-precision
def average_precision(scores, iou, picture, owner, threshold):
    order = np.argsort(-scores)
    hits = iou.max(axis=1)[order] >= threshold
    precision = np.cumsum(hits) / np.arange(1, len(hits) + 1)
    recall = np.cumsum(hits) / iou.shape[1]
    best = np.maximum.accumulate(precision[::-1])[::-1]
    return np.sum(np.diff(recall, prepend=0) * best), hits

# %% mended-report
def mended_report(prediction, target, k):
    both = [np.sum((prediction == c) & (target == c)) for c in range(k)]
    either = [np.sum((prediction == c) | (target == c)) for c in range(k)]
    iou = np.array(both) / np.array(either)
    return 2 * iou / (1 + iou), iou, iou.mean()

# %% fewer
def fewer():
    boxes = np.array([[0, 0, 10, 10], [3, 0, 13, 10], [6, 0, 16, 10]])
    return boxes, np.array([0.9, 0.8, 0.7])
