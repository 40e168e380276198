# %% corners
def corners(boxes, form, height, width):
    if form not in ("xyxy", "xywh", "cxcywh", "yxyx"):
        raise ValueError(form)
    clipped, share = np.zeros((len(boxes), 4)), np.zeros(len(boxes))
    for i, box in enumerate(boxes):
        a, b, c, d = [float(v) for v in box]
        if form == "xywh":
            c, d = a + c, b + d
        if form == "cxcywh":
            a, b, c, d = a - c / 2, b - d / 2, a + c / 2, b + d / 2
        if form == "yxyx":
            a, b, c, d = b, a, d, c
        if form in ("cxcywh", "yxyx"):
            a, b, c, d = a * width, b * height, c * width, d * height
        area = (c - a) * (d - b)
        a, c = [min(max(v, 0.0), width) for v in (a, c)]
        b, d = [min(max(v, 0.0), height) for v in (b, d)]
        clipped[i] = a, b, c, d
        if area > 0:
            share[i] = (c - a) * (d - b) / area
    return clipped, share

# %% iou-matrix
def iou_matrix(a, b, crowd):
    table = np.zeros((len(a), len(b)))
    for i in range(len(a)):
        for j in range(len(b)):
            w = min(a[i, 2], b[j, 2]) - max(a[i, 0], b[j, 0])
            h = min(a[i, 3], b[j, 3]) - max(a[i, 1], b[j, 1])
            if w <= 0 or h <= 0:
                continue
            area_a = (a[i, 2] - a[i, 0]) * (a[i, 3] - a[i, 1])
            area_b = (b[j, 2] - b[j, 0]) * (b[j, 3] - b[j, 1])
            table[i, j] = w * h / (area_a if crowd[j] else area_a + area_b - w * h)
    return table

# %% match
def match(iou, low, high):
    learns = []
    for row in iou:
        if len(row) == 0 or max(row) < low:
            learns.append(-1)
        elif max(row) >= high:
            learns.append(list(row).index(max(row)))
        else:
            learns.append(-2)
    claims = {}
    for j in range(iou.shape[1]):
        column = list(iou[:, j])
        i = column.index(max(column))
        if column[i] > 0 and column[i] > claims.get(i, (0, None))[0]:
            claims[i] = (column[i], j)
    for i, (_, j) in claims.items():
        learns[i] = j
    return np.array(learns)

# %% offsets
def encode(anchors, boxes, scale):
    t = np.zeros((len(anchors), 4))
    for i, (a, b) in enumerate(zip(anchors, boxes)):
        for s in (0, 1):
            wide, other = a[s + 2] - a[s], b[s + 2] - b[s]
            t[i, s] = ((b[s] + other / 2) - (a[s] + wide / 2)) / wide / scale[s]
            t[i, s + 2] = np.log(other / wide) / scale[s + 2]
    return t


def decode(anchors, offsets, scale, limit):
    boxes = np.zeros((len(anchors), 4))
    for i, (a, t) in enumerate(zip(anchors, offsets)):
        for s in (0, 1):
            wide = a[s + 2] - a[s]
            middle = a[s] + wide / 2 + t[s] * scale[s] * wide
            other = wide * np.exp(min(t[s + 2] * scale[s + 2], limit))
            boxes[i, s], boxes[i, s + 2] = middle - other / 2, middle + other / 2
    return boxes

# %% nms
def nms(iou, scores, labels, threshold, most):
    gone, kept = [False] * len(scores), []
    for _ in range(len(scores)):
        best = None
        for i in range(len(scores)):
            if not gone[i] and (best is None or scores[i] > scores[best]):
                best = i
        if best is None or len(kept) >= most:
            break
        kept.append(best)
        for i in range(len(scores)):
            if i == best or (labels[i] == labels[best] and iou[best, i] > threshold):
                gone[i] = True
    return np.array(kept, dtype=np.int64)

# %% average-precision
def average_precision(scores, iou, picture, owner, threshold):
    hit = np.zeros(len(scores), dtype=bool)
    if len(owner) == 0:
        return float("nan"), hit
    taken, curve = set(), []
    for place, i in enumerate(sorted(range(len(scores)), key=lambda i: -scores[i]), 1):
        best, which = threshold, None
        for j in range(len(owner)):
            if j in taken or owner[j] != picture[i]:
                continue
            if iou[i, j] > best or (which is None and iou[i, j] == best):
                best, which = iou[i, j], j
        if which is not None:
            taken.add(which)
            hit[i] = True
        curve.append((len(taken) / place, bool(hit[i])))
    area, top = 0.0, 0.0
    for precision, is_hit in reversed(curve):
        top = max(top, precision)
        if is_hit:
            area += top / len(owner)
    return area, hit

# %% mended-report
def mended_report(prediction, target, k):
    n = len(target)
    dice, iou = np.full((n, k), np.nan), np.full((n, k), np.nan)
    both_all, union_all = np.zeros(k), np.zeros(k)
    for t in range(n):
        for c in range(k):
            said, true = prediction[t] == c, target[t] == c
            both, union = np.sum(said & true), np.sum(said | true)
            both_all[c] += both
            union_all[c] += union
            if union > 0:
                dice[t, c] = 2 * both / (said.sum() + true.sum())
                iou[t, c] = both / union
    ratios = [b / u for b, u in zip(both_all, union_all) if u > 0]
    return dice, iou, sum(ratios) / len(ratios)

# %% fewer
def fewer():
    # a fifth box, far away, is kept in any case
    boxes = np.array([[0, 0, 60, 29], [0, 0, 60, 60], [0, 0, 39, 60], [21, 0, 60, 60], [100, 100, 110, 120]])
    return boxes, np.array([4, 3, 2, 1, 5])
