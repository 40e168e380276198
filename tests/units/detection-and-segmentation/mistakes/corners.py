# %% not-clipped: The corners are not clipped to the picture.
def corners(boxes, form, height, width):
    a, b, c, d = np.asarray(boxes, dtype=float).T
    if form == "xyxy":
        sides = a, b, c, d
    elif form == "xywh":
        sides = a, b, a + c, b + d
    elif form == "cxcywh":
        sides = (a - c / 2) * width, (b - d / 2) * height, (a + c / 2) * width, (b + d / 2) * height
    elif form == "yxyx":
        sides = b * width, a * height, d * width, c * height
    else:
        raise ValueError(f"no form of boxes: {form!r}")
    whole = np.stack(sides, axis=1)
    clipped = whole
    before, after = ((x[:, 2] - x[:, 0]) * (x[:, 3] - x[:, 1]) for x in (whole, clipped))
    return clipped, np.where(before > 0, after / np.where(before > 0, before, 1), 0.0)

# %% height-for-x: Height and width are exchanged: x is bounded by the width, and y by the height.
def corners(boxes, form, height, width):
    a, b, c, d = np.asarray(boxes, dtype=float).T
    if form == "xyxy":
        sides = a, b, c, d
    elif form == "xywh":
        sides = a, b, a + c, b + d
    elif form == "cxcywh":
        sides = (a - c / 2) * width, (b - d / 2) * height, (a + c / 2) * width, (b + d / 2) * height
    elif form == "yxyx":
        sides = b * width, a * height, d * width, c * height
    else:
        raise ValueError(f"no form of boxes: {form!r}")
    whole = np.stack(sides, axis=1)
    clipped = np.clip(whole, 0, [height, width, height, width])
    before, after = ((x[:, 2] - x[:, 0]) * (x[:, 3] - x[:, 1]) for x in (whole, clipped))
    return clipped, np.where(before > 0, after / np.where(before > 0, before, 1), 0.0)

# %% fractions-exchanged: Fractions of x belong to the width and fractions of y to the height.
def corners(boxes, form, height, width):
    a, b, c, d = np.asarray(boxes, dtype=float).T
    if form == "xyxy":
        sides = a, b, c, d
    elif form == "xywh":
        sides = a, b, a + c, b + d
    elif form == "cxcywh":
        sides = (a - c / 2) * height, (b - d / 2) * width, (a + c / 2) * height, (b + d / 2) * width
    elif form == "yxyx":
        sides = b * width, a * height, d * width, c * height
    else:
        raise ValueError(f"no form of boxes: {form!r}")
    whole = np.stack(sides, axis=1)
    clipped = np.clip(whole, 0, [width, height, width, height])
    before, after = ((x[:, 2] - x[:, 0]) * (x[:, 3] - x[:, 1]) for x in (whole, clipped))
    return clipped, np.where(before > 0, after / np.where(before > 0, before, 1), 0.0)

# %% middle-for-corner: In cxcywh the first two numbers are the middle of the box; half a width lies on either side.
def corners(boxes, form, height, width):
    a, b, c, d = np.asarray(boxes, dtype=float).T
    if form == "xyxy":
        sides = a, b, c, d
    elif form == "xywh":
        sides = a, b, a + c, b + d
    elif form == "cxcywh":
        sides = a * width, b * height, (a + c) * width, (b + d) * height
    elif form == "yxyx":
        sides = b * width, a * height, d * width, c * height
    else:
        raise ValueError(f"no form of boxes: {form!r}")
    whole = np.stack(sides, axis=1)
    clipped = np.clip(whole, 0, [width, height, width, height])
    before, after = ((x[:, 2] - x[:, 0]) * (x[:, 3] - x[:, 1]) for x in (whole, clipped))
    return clipped, np.where(before > 0, after / np.where(before > 0, before, 1), 0.0)

# %% y-first-overlooked: In the form yxyx, y comes first.
def corners(boxes, form, height, width):
    a, b, c, d = np.asarray(boxes, dtype=float).T
    if form == "xyxy":
        sides = a, b, c, d
    elif form == "xywh":
        sides = a, b, a + c, b + d
    elif form == "cxcywh":
        sides = (a - c / 2) * width, (b - d / 2) * height, (a + c / 2) * width, (b + d / 2) * height
    elif form == "yxyx":
        sides = a * width, b * height, c * width, d * height
    else:
        raise ValueError(f"no form of boxes: {form!r}")
    whole = np.stack(sides, axis=1)
    clipped = np.clip(whole, 0, [width, height, width, height])
    before, after = ((x[:, 2] - x[:, 0]) * (x[:, 3] - x[:, 1]) for x in (whole, clipped))
    return clipped, np.where(before > 0, after / np.where(before > 0, before, 1), 0.0)

# %% last-pixel: Edges may lie at the width itself; nothing is subtracted from it.
def corners(boxes, form, height, width):
    a, b, c, d = np.asarray(boxes, dtype=float).T
    if form == "xyxy":
        sides = a, b, c, d
    elif form == "xywh":
        sides = a, b, a + c, b + d
    elif form == "cxcywh":
        sides = (a - c / 2) * width, (b - d / 2) * height, (a + c / 2) * width, (b + d / 2) * height
    elif form == "yxyx":
        sides = b * width, a * height, d * width, c * height
    else:
        raise ValueError(f"no form of boxes: {form!r}")
    whole = np.stack(sides, axis=1)
    clipped = np.clip(whole, 0, [width - 1, height - 1, width - 1, height - 1])
    before, after = ((x[:, 2] - x[:, 0]) * (x[:, 3] - x[:, 1]) for x in (whole, clipped))
    return clipped, np.where(before > 0, after / np.where(before > 0, before, 1), 0.0)

# %% any-form: A form that does not exist is to be refused with a ValueError.
def corners(boxes, form, height, width):
    a, b, c, d = np.asarray(boxes, dtype=float).T
    if form == "xyxy":
        sides = a, b, c, d
    elif form == "xywh":
        sides = a, b, a + c, b + d
    elif form == "cxcywh":
        sides = (a - c / 2) * width, (b - d / 2) * height, (a + c / 2) * width, (b + d / 2) * height
    else:
        sides = b * width, a * height, d * width, c * height
    whole = np.stack(sides, axis=1)
    clipped = np.clip(whole, 0, [width, height, width, height])
    before, after = ((x[:, 2] - x[:, 0]) * (x[:, 3] - x[:, 1]) for x in (whole, clipped))
    return clipped, np.where(before > 0, after / np.where(before > 0, before, 1), 0.0)

# %% share-of-picture: The share is what is left of the box's own area; it was divided by the area of the picture.
def corners(boxes, form, height, width):
    a, b, c, d = np.asarray(boxes, dtype=float).T
    if form == "xyxy":
        sides = a, b, c, d
    elif form == "xywh":
        sides = a, b, a + c, b + d
    elif form == "cxcywh":
        sides = (a - c / 2) * width, (b - d / 2) * height, (a + c / 2) * width, (b + d / 2) * height
    elif form == "yxyx":
        sides = b * width, a * height, d * width, c * height
    else:
        raise ValueError(f"no form of boxes: {form!r}")
    whole = np.stack(sides, axis=1)
    clipped = np.clip(whole, 0, [width, height, width, height])
    before, after = ((x[:, 2] - x[:, 0]) * (x[:, 3] - x[:, 1]) for x in (whole, clipped))
    return clipped, np.where(before > 0, after / (height * width), 0.0)
