# %% duplicates-hit: A second box on the same truth is a false alarm, not another hit.
def average_precision(scores, iou, picture, owner, threshold):
    n, m = iou.shape
    order, hit, free = np.argsort(-scores, kind="stable"), np.zeros(n, dtype=bool), np.ones(m, dtype=bool)
    if m == 0:
        return np.nan, hit
    for i in order:
        allowed = (owner == picture[i]) & (iou[i] >= threshold)
        if allowed.any():
            free[np.where(allowed, iou[i], -1).argmax()] = False
            hit[i] = True
    hits = hit[order]
    precision = np.cumsum(hits) / np.arange(1, n + 1)
    envelope = np.maximum.accumulate(precision[::-1])[::-1]
    return float(np.sum(envelope[hits]) / m), hit

# %% pictures-mixed: A detection can only find a truth of its own picture.
def average_precision(scores, iou, picture, owner, threshold):
    n, m = iou.shape
    order, hit, free = np.argsort(-scores, kind="stable"), np.zeros(n, dtype=bool), np.ones(m, dtype=bool)
    if m == 0:
        return np.nan, hit
    for i in order:
        allowed = free & (iou[i] >= threshold)
        if allowed.any():
            free[np.where(allowed, iou[i], -1).argmax()] = False
            hit[i] = True
    hits = hit[order]
    precision = np.cumsum(hits) / np.arange(1, n + 1)
    envelope = np.maximum.accumulate(precision[::-1])[::-1]
    return float(np.sum(envelope[hits]) / m), hit

# %% no-envelope: Each precision is to be replaced by the largest one at this or a later place.
def average_precision(scores, iou, picture, owner, threshold):
    n, m = iou.shape
    order, hit, free = np.argsort(-scores, kind="stable"), np.zeros(n, dtype=bool), np.ones(m, dtype=bool)
    if m == 0:
        return np.nan, hit
    for i in order:
        allowed = free & (owner == picture[i]) & (iou[i] >= threshold)
        if allowed.any():
            free[np.where(allowed, iou[i], -1).argmax()] = False
            hit[i] = True
    hits = hit[order]
    precision = np.cumsum(hits) / np.arange(1, n + 1)
    envelope = precision
    return float(np.sum(envelope[hits]) / m), hit

# %% envelope-forwards: The largest precision at this or any later place is asked for; this is the largest at this or an earlier one.
def average_precision(scores, iou, picture, owner, threshold):
    n, m = iou.shape
    order, hit, free = np.argsort(-scores, kind="stable"), np.zeros(n, dtype=bool), np.ones(m, dtype=bool)
    if m == 0:
        return np.nan, hit
    for i in order:
        allowed = free & (owner == picture[i]) & (iou[i] >= threshold)
        if allowed.any():
            free[np.where(allowed, iou[i], -1).argmax()] = False
            hit[i] = True
    hits = hit[order]
    precision = np.cumsum(hits) / np.arange(1, n + 1)
    envelope = np.maximum.accumulate(precision)
    return float(np.sum(envelope[hits]) / m), hit

# %% not-sorted: The detections are to be gone through by falling score, not in the order given.
def average_precision(scores, iou, picture, owner, threshold):
    n, m = iou.shape
    order, hit, free = np.arange(n), np.zeros(n, dtype=bool), np.ones(m, dtype=bool)
    if m == 0:
        return np.nan, hit
    for i in order:
        allowed = free & (owner == picture[i]) & (iou[i] >= threshold)
        if allowed.any():
            free[np.where(allowed, iou[i], -1).argmax()] = False
            hit[i] = True
    hits = hit[order]
    precision = np.cumsum(hits) / np.arange(1, n + 1)
    envelope = np.maximum.accumulate(precision[::-1])[::-1]
    return float(np.sum(envelope[hits]) / m), hit

# %% per-detection: The sum is divided by the number of truths, not of detections.
def average_precision(scores, iou, picture, owner, threshold):
    n, m = iou.shape
    order, hit, free = np.argsort(-scores, kind="stable"), np.zeros(n, dtype=bool), np.ones(m, dtype=bool)
    if m == 0:
        return np.nan, hit
    for i in order:
        allowed = free & (owner == picture[i]) & (iou[i] >= threshold)
        if allowed.any():
            free[np.where(allowed, iou[i], -1).argmax()] = False
            hit[i] = True
    hits = hit[order]
    precision = np.cumsum(hits) / np.arange(1, n + 1)
    envelope = np.maximum.accumulate(precision[::-1])[::-1]
    return float(np.sum(envelope[hits]) / max(n, 1)), hit

# %% hits-in-sorted-order: The hits are asked for in the order in which the detections were given.
def average_precision(scores, iou, picture, owner, threshold):
    n, m = iou.shape
    order, hit, free = np.argsort(-scores, kind="stable"), np.zeros(n, dtype=bool), np.ones(m, dtype=bool)
    if m == 0:
        return np.nan, hit
    for i in order:
        allowed = free & (owner == picture[i]) & (iou[i] >= threshold)
        if allowed.any():
            free[np.where(allowed, iou[i], -1).argmax()] = False
            hit[i] = True
    hits = hit[order]
    precision = np.cumsum(hits) / np.arange(1, n + 1)
    envelope = np.maximum.accumulate(precision[::-1])[::-1]
    return float(np.sum(envelope[hits]) / m), hits

# %% strictly-above: An IoU equal to the threshold is enough.
def average_precision(scores, iou, picture, owner, threshold):
    n, m = iou.shape
    order, hit, free = np.argsort(-scores, kind="stable"), np.zeros(n, dtype=bool), np.ones(m, dtype=bool)
    if m == 0:
        return np.nan, hit
    for i in order:
        allowed = free & (owner == picture[i]) & (iou[i] > threshold)
        if allowed.any():
            free[np.where(allowed, iou[i], -1).argmax()] = False
            hit[i] = True
    hits = hit[order]
    precision = np.cumsum(hits) / np.arange(1, n + 1)
    envelope = np.maximum.accumulate(precision[::-1])[::-1]
    return float(np.sum(envelope[hits]) / m), hit

# %% nothing-left: A detection looks among the truths that are not taken yet; here it gives up when its best one is taken.
def average_precision(scores, iou, picture, owner, threshold):
    n, m = iou.shape
    order, hit, free = np.argsort(-scores, kind="stable"), np.zeros(n, dtype=bool), np.ones(m, dtype=bool)
    if m == 0:
        return np.nan, hit
    for i in order:
        allowed = (owner == picture[i]) & (iou[i] >= threshold)
        best = np.where(allowed, iou[i], -1).argmax()
        if allowed[best] and free[best]:
            free[best] = False
            hit[i] = True
    hits = hit[order]
    precision = np.cumsum(hits) / np.arange(1, n + 1)
    envelope = np.maximum.accumulate(precision[::-1])[::-1]
    return float(np.sum(envelope[hits]) / m), hit
