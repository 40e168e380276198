# %% union-is-sum: The union still counts the pixels of the intersection twice.
def mended_report(prediction, target, k):
    classes = np.arange(k)
    said, true = prediction[..., None] == classes, target[..., None] == classes
    both, union = (said & true).sum(axis=(1, 2)), (said | true).sum(axis=(1, 2))
    occurs = union > 0
    divisor = np.where(occurs, union, 1)
    iou = np.where(occurs, both / np.where(occurs, union + both, 1), np.nan)
    dice = np.where(occurs, 2 * both / np.where(occurs, union + both, 1), np.nan)
    anywhere = occurs.any(axis=0)
    mean = np.mean(both.sum(axis=0)[anywhere] / (union + both).sum(axis=0)[anywhere])
    return dice, iou, mean

# %% empty-is-nought: A class that is in neither map has no score; it still gets 0.
def mended_report(prediction, target, k):
    classes = np.arange(k)
    said, true = prediction[..., None] == classes, target[..., None] == classes
    both, union = (said & true).sum(axis=(1, 2)), (said | true).sum(axis=(1, 2))
    occurs = union > 0
    divisor = np.where(occurs, union, 1)
    iou = np.where(occurs, both / divisor, 0.0)
    dice = np.where(occurs, 2 * both / np.where(occurs, union + both, 1), 0.0)
    anywhere = occurs.any(axis=0)
    mean = np.mean(both.sum(axis=0)[anywhere] / union.sum(axis=0)[anywhere])
    return dice, iou, mean

# %% empty-is-one: A class that is in neither map has no score: nan, not 1.
def mended_report(prediction, target, k):
    classes = np.arange(k)
    said, true = prediction[..., None] == classes, target[..., None] == classes
    both, union = (said & true).sum(axis=(1, 2)), (said | true).sum(axis=(1, 2))
    occurs = union > 0
    divisor = np.where(occurs, union, 1)
    iou = np.where(occurs, both / divisor, 1.0)
    dice = np.where(occurs, 2 * both / np.where(occurs, union + both, 1), 1.0)
    anywhere = occurs.any(axis=0)
    mean = np.mean(both.sum(axis=0)[anywhere] / union.sum(axis=0)[anywhere])
    return dice, iou, mean

# %% entries-averaged: For the mean, the counts of all pictures are added up before anything is divided; here the ratios are averaged.
def mended_report(prediction, target, k):
    classes = np.arange(k)
    said, true = prediction[..., None] == classes, target[..., None] == classes
    both, union = (said & true).sum(axis=(1, 2)), (said | true).sum(axis=(1, 2))
    occurs = union > 0
    divisor = np.where(occurs, union, 1)
    iou = np.where(occurs, both / divisor, np.nan)
    dice = np.where(occurs, 2 * both / np.where(occurs, union + both, 1), np.nan)
    anywhere = occurs.any(axis=0)
    mean = np.nanmean(iou)
    return dice, iou, mean

# %% absent-averaged-in: The mean is over the classes that occur; one that occurs nowhere is averaged in as 0.
def mended_report(prediction, target, k):
    classes = np.arange(k)
    said, true = prediction[..., None] == classes, target[..., None] == classes
    both, union = (said & true).sum(axis=(1, 2)), (said | true).sum(axis=(1, 2))
    occurs = union > 0
    divisor = np.where(occurs, union, 1)
    iou = np.where(occurs, both / divisor, np.nan)
    dice = np.where(occurs, 2 * both / np.where(occurs, union + both, 1), np.nan)
    anywhere = occurs.any(axis=0)
    mean = np.sum(both.sum(axis=0)[anywhere] / union.sum(axis=0)[anywhere]) / k
    return dice, iou, mean

# %% classes-pooled: Each class is divided by itself before the mean is taken; here all classes were added up first.
def mended_report(prediction, target, k):
    classes = np.arange(k)
    said, true = prediction[..., None] == classes, target[..., None] == classes
    both, union = (said & true).sum(axis=(1, 2)), (said | true).sum(axis=(1, 2))
    occurs = union > 0
    divisor = np.where(occurs, union, 1)
    iou = np.where(occurs, both / divisor, np.nan)
    dice = np.where(occurs, 2 * both / np.where(occurs, union + both, 1), np.nan)
    anywhere = occurs.any(axis=0)
    mean = both.sum() / union.sum()
    return dice, iou, mean

# %% only-true-classes: A class that is predicted where it is not counts 0; nan is for classes in neither map.
def mended_report(prediction, target, k):
    classes = np.arange(k)
    said, true = prediction[..., None] == classes, target[..., None] == classes
    both, union = (said & true).sum(axis=(1, 2)), (said | true).sum(axis=(1, 2))
    occurs = true.any(axis=(1, 2))
    divisor = np.where(occurs, union, 1)
    iou = np.where(occurs, both / divisor, np.nan)
    dice = np.where(occurs, 2 * both / np.where(occurs, union + both, 1), np.nan)
    anywhere = occurs.any(axis=0)
    mean = np.mean(both.sum(axis=0)[anywhere] / union.sum(axis=0)[anywhere])
    return dice, iou, mean

# %% dice-by-union: Dice was right in the report: it divides by the sum of the two masks, not by their union.
def mended_report(prediction, target, k):
    classes = np.arange(k)
    said, true = prediction[..., None] == classes, target[..., None] == classes
    both, union = (said & true).sum(axis=(1, 2)), (said | true).sum(axis=(1, 2))
    occurs = union > 0
    divisor = np.where(occurs, union, 1)
    iou = np.where(occurs, both / divisor, np.nan)
    dice = np.where(occurs, 2 * both / divisor, np.nan)
    anywhere = occurs.any(axis=0)
    mean = np.mean(both.sum(axis=0)[anywhere] / union.sum(axis=0)[anywhere])
    return dice, iou, mean
