# %% classes-ignored: A detection throws away only those of its own class.
def nms(iou, scores, labels, threshold, most):
    kept = []
    for i in np.argsort(-scores, kind="stable"):
        if len(kept) == most:
            break
        if not any(iou[k, i] > threshold for k in kept):
            kept.append(i)
    return np.array(kept, dtype=int)

# %% lowest-first: The detections come from the highest score down; these come from the lowest up.
def nms(iou, scores, labels, threshold, most):
    kept = []
    for i in np.argsort(scores, kind="stable"):
        if len(kept) == most:
            break
        if not any(labels[k] == labels[i] and iou[k, i] > threshold for k in kept):
            kept.append(i)
    return np.array(kept, dtype=int)

# %% the-dead-suppress: A detection that was thrown away throws nobody away: only the kept ones count.
def nms(iou, scores, labels, threshold, most):
    kept, seen = [], []
    for i in np.argsort(-scores, kind="stable"):
        seen.append(i)
        if len(kept) == most:
            break
        if not any(labels[k] == labels[i] and iou[k, i] > threshold for k in np.argsort(-scores, kind="stable")[: len(seen) - 1]):
            kept.append(i)
    return np.array(kept, dtype=int)

# %% equal-goes: A detection goes if it overlaps by more than the threshold; an overlap equal to it is allowed.
def nms(iou, scores, labels, threshold, most):
    kept = []
    for i in np.argsort(-scores, kind="stable"):
        if len(kept) == most:
            break
        if not any(labels[k] == labels[i] and iou[k, i] >= threshold for k in kept):
            kept.append(i)
    return np.array(kept, dtype=int)

# %% ties-reversed: Of equal scores the smaller index comes first; reversing an ascending order reverses them.
def nms(iou, scores, labels, threshold, most):
    kept = []
    for i in np.argsort(scores, kind="stable")[::-1]:
        if len(kept) == most:
            break
        if not any(labels[k] == labels[i] and iou[k, i] > threshold for k in kept):
            kept.append(i)
    return np.array(kept, dtype=int)

# %% index-order: The kept ones are asked for from the highest score down, not by their index.
def nms(iou, scores, labels, threshold, most):
    kept = []
    for i in np.argsort(-scores, kind="stable"):
        if len(kept) == most:
            break
        if not any(labels[k] == labels[i] and iou[k, i] > threshold for k in kept):
            kept.append(i)
    return np.sort(np.array(kept, dtype=int))

# %% one-too-many: At most `most` are kept: look at their number before you keep another one.
def nms(iou, scores, labels, threshold, most):
    kept = []
    for i in np.argsort(-scores, kind="stable"):
        if len(kept) > most:
            break
        if not any(labels[k] == labels[i] and iou[k, i] > threshold for k in kept):
            kept.append(i)
    return np.array(kept, dtype=int)
