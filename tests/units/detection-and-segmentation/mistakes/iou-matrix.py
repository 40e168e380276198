# %% crowds-forgotten: For a crowd, the intersection is divided by the area of the detection alone.
def iou_matrix(a, b, crowd):
    low = np.maximum(a[:, None, :2], b[None, :, :2])
    high = np.minimum(a[:, None, 2:], b[None, :, 2:])
    both = np.clip(high - low, 0, None).prod(axis=2)
    area_a, area_b = ((x[:, 2:] - x[:, :2]).prod(axis=1) for x in (a, b))
    divisor = area_a[:, None] + area_b - both
    return both / np.where(divisor > 0, divisor, 1)

# %% own-area: For a crowd, the area of the detection divides; here it is the crowd's own.
def iou_matrix(a, b, crowd):
    low = np.maximum(a[:, None, :2], b[None, :, :2])
    high = np.minimum(a[:, None, 2:], b[None, :, 2:])
    both = np.clip(high - low, 0, None).prod(axis=2)
    area_a, area_b = ((x[:, 2:] - x[:, :2]).prod(axis=1) for x in (a, b))
    divisor = np.where(crowd, area_b[None], area_a[:, None] + area_b - both)
    return both / np.where(divisor > 0, divisor, 1)

# %% counted-twice: The sum of the two areas counts the intersection twice; subtract it once.
def iou_matrix(a, b, crowd):
    low = np.maximum(a[:, None, :2], b[None, :, :2])
    high = np.minimum(a[:, None, 2:], b[None, :, 2:])
    both = np.clip(high - low, 0, None).prod(axis=2)
    area_a, area_b = ((x[:, 2:] - x[:, :2]).prod(axis=1) for x in (a, b))
    divisor = np.where(crowd, area_a[:, None], area_a[:, None] + area_b)
    return both / np.where(divisor > 0, divisor, 1)

# %% two-negatives: A negative width times a negative height is a positive area; hold each at 0 before you multiply.
def iou_matrix(a, b, crowd):
    low = np.maximum(a[:, None, :2], b[None, :, :2])
    high = np.minimum(a[:, None, 2:], b[None, :, 2:])
    both = np.clip((high - low).prod(axis=2), 0, None)
    area_a, area_b = ((x[:, 2:] - x[:, :2]).prod(axis=1) for x in (a, b))
    divisor = np.where(crowd, area_a[:, None], area_a[:, None] + area_b - both)
    return both / np.where(divisor > 0, divisor, 1)

# %% plus-one: The width is x2 - x1; adding 1 belongs to corners that name the last pixel.
def iou_matrix(a, b, crowd):
    low = np.maximum(a[:, None, :2], b[None, :, :2])
    high = np.minimum(a[:, None, 2:], b[None, :, 2:])
    both = np.clip(high - low + 1, 0, None).prod(axis=2)
    area_a, area_b = ((x[:, 2:] - x[:, :2] + 1).prod(axis=1) for x in (a, b))
    divisor = np.where(crowd, area_a[:, None], area_a[:, None] + area_b - both)
    return both / np.where(divisor > 0, divisor, 1)

# %% nought-by-nought: Two boxes without area give 0/0; the value there is to be 0.
def iou_matrix(a, b, crowd):
    np.seterr(all='ignore')
    low = np.maximum(a[:, None, :2], b[None, :, :2])
    high = np.minimum(a[:, None, 2:], b[None, :, 2:])
    both = np.clip(high - low, 0, None).prod(axis=2)
    area_a, area_b = ((x[:, 2:] - x[:, :2]).prod(axis=1) for x in (a, b))
    divisor = np.where(crowd, area_a[:, None], area_a[:, None] + area_b - both)
    return both / divisor

# %% axes-exchanged: x and y are exchanged in one of the two sets of boxes.
def iou_matrix(a, b, crowd):
    b = b[:, [1, 0, 3, 2]]
    low = np.maximum(a[:, None, :2], b[None, :, :2])
    high = np.minimum(a[:, None, 2:], b[None, :, 2:])
    both = np.clip(high - low, 0, None).prod(axis=2)
    area_a, area_b = ((x[:, 2:] - x[:, :2]).prod(axis=1) for x in (a, b))
    divisor = np.where(crowd, area_a[:, None], area_a[:, None] + area_b - both)
    return both / np.where(divisor > 0, divisor, 1)
