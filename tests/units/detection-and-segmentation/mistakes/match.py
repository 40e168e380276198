# %% empty-handed: A box that no anchor overlaps enough goes away empty-handed: step 2 is missing.
def match(iou, low, high):
    n, m = iou.shape
    if m == 0:
        return np.full(n, -1)
    best = iou.max(axis=1)
    learns = np.where(best >= high, iou.argmax(axis=1), np.where(best < low, -1, -2))
    claim = np.zeros(n)
    for box, anchor in enumerate(iou.argmax(axis=0)):
        if False:
            learns[anchor], claim[anchor] = box, iou[anchor, box]
    return learns

# %% nothing-left-out: An anchor between low and high is left out of the loss (-2); it does not learn that nothing is there.
def match(iou, low, high):
    n, m = iou.shape
    if m == 0:
        return np.full(n, -1)
    best = iou.max(axis=1)
    learns = np.where(best >= high, iou.argmax(axis=1), -1)
    claim = np.zeros(n)
    for box, anchor in enumerate(iou.argmax(axis=0)):
        if iou[anchor, box] > claim[anchor]:
            learns[anchor], claim[anchor] = box, iou[anchor, box]
    return learns

# %% only-high: Every anchor that is not given a box is left out; below low it learns that nothing is there (-1).
def match(iou, low, high):
    n, m = iou.shape
    if m == 0:
        return np.full(n, -1)
    best = iou.max(axis=1)
    learns = np.where(best >= high, iou.argmax(axis=1), -2)
    claim = np.zeros(n)
    for box, anchor in enumerate(iou.argmax(axis=0)):
        if iou[anchor, box] > claim[anchor]:
            learns[anchor], claim[anchor] = box, iou[anchor, box]
    return learns

# %% last-claim: Of several boxes that claim an anchor, the largest IoU wins, not the last box.
def match(iou, low, high):
    n, m = iou.shape
    if m == 0:
        return np.full(n, -1)
    best = iou.max(axis=1)
    learns = np.where(best >= high, iou.argmax(axis=1), np.where(best < low, -1, -2))
    claim = np.zeros(n)
    for box, anchor in enumerate(iou.argmax(axis=0)):
        if iou[anchor, box] > 0:
            learns[anchor], claim[anchor] = box, iou[anchor, box]
    return learns

# %% strictly-high: An IoU of high itself is enough to learn a box.
def match(iou, low, high):
    n, m = iou.shape
    if m == 0:
        return np.full(n, -1)
    best = iou.max(axis=1)
    learns = np.where(best > high, iou.argmax(axis=1), np.where(best < low, -1, -2))
    claim = np.zeros(n)
    for box, anchor in enumerate(iou.argmax(axis=0)):
        if iou[anchor, box] > claim[anchor]:
            learns[anchor], claim[anchor] = box, iou[anchor, box]
    return learns

# %% low-itself: An IoU of low itself is not below low.
def match(iou, low, high):
    n, m = iou.shape
    if m == 0:
        return np.full(n, -1)
    best = iou.max(axis=1)
    learns = np.where(best >= high, iou.argmax(axis=1), np.where(best <= low, -1, -2))
    claim = np.zeros(n)
    for box, anchor in enumerate(iou.argmax(axis=0)):
        if iou[anchor, box] > claim[anchor]:
            learns[anchor], claim[anchor] = box, iou[anchor, box]
    return learns

# %% claims-by-nobody: A box that no anchor overlaps claims no anchor.
def match(iou, low, high):
    n, m = iou.shape
    if m == 0:
        return np.full(n, -1)
    best = iou.max(axis=1)
    learns = np.where(best >= high, iou.argmax(axis=1), np.where(best < low, -1, -2))
    claim = np.full(n, -1.0)
    for box, anchor in enumerate(iou.argmax(axis=0)):
        if iou[anchor, box] > claim[anchor]:
            learns[anchor], claim[anchor] = box, iou[anchor, box]
    return learns

# %% claims-second: A claim goes before what step 1 said, also when the anchor has a box already.
def match(iou, low, high):
    n, m = iou.shape
    if m == 0:
        return np.full(n, -1)
    best = iou.max(axis=1)
    learns = np.where(best >= high, iou.argmax(axis=1), np.where(best < low, -1, -2))
    claim = np.zeros(n)
    for box, anchor in enumerate(iou.argmax(axis=0)):
        if iou[anchor, box] > claim[anchor] and (best[anchor] < high):
            learns[anchor], claim[anchor] = box, iou[anchor, box]
    return learns
