# %% scale-left-out: The offsets are to be divided by the scale, and multiplied by it on the way back; it was left out.
def encode(anchors, boxes, scale):
    size_a, size_b = (x[:, 2:] - x[:, :2] for x in (anchors, boxes))
    moved = (boxes[:, :2] + boxes[:, 2:] - anchors[:, :2] - anchors[:, 2:]) / 2
    return np.concatenate([moved / size_a, np.log(size_b / size_a)], axis=1)


def decode(anchors, offsets, scale, limit):
    t = offsets * 1.0
    size = anchors[:, 2:] - anchors[:, :2]
    middle = (anchors[:, :2] + anchors[:, 2:]) / 2 + t[:, :2] * size
    half = np.exp(np.minimum(t[:, 2:], limit)) * size / 2
    return np.concatenate([middle - half, middle + half], axis=1)

# %% times-scale: The offsets are divided by the scale; here they are multiplied by it.
def encode(anchors, boxes, scale):
    size_a, size_b = (x[:, 2:] - x[:, :2] for x in (anchors, boxes))
    moved = (boxes[:, :2] + boxes[:, 2:] - anchors[:, :2] - anchors[:, 2:]) / 2
    return np.concatenate([moved / size_a, np.log(size_b / size_a)], axis=1) * scale


def decode(anchors, offsets, scale, limit):
    t = offsets / scale
    size = anchors[:, 2:] - anchors[:, :2]
    middle = (anchors[:, :2] + anchors[:, 2:]) / 2 + t[:, :2] * size
    half = np.exp(np.minimum(t[:, 2:], limit)) * size / 2
    return np.concatenate([middle - half, middle + half], axis=1)

# %% corner-for-middle: The movement is that of the middle, not of the upper left corner.
def encode(anchors, boxes, scale):
    size_a, size_b = (x[:, 2:] - x[:, :2] for x in (anchors, boxes))
    moved = boxes[:, :2] - anchors[:, :2]
    return np.concatenate([moved / size_a, np.log(size_b / size_a)], axis=1) / scale


def decode(anchors, offsets, scale, limit):
    t = offsets * scale
    size = anchors[:, 2:] - anchors[:, :2]
    middle = (anchors[:, :2] + anchors[:, 2:]) / 2 + t[:, :2] * size
    half = np.exp(np.minimum(t[:, 2:], limit)) * size / 2
    return np.concatenate([middle - half, middle + half], axis=1)

# %% size-of-box: Distances are measured in sizes of the anchor, not of the box.
def encode(anchors, boxes, scale):
    size_a, size_b = (x[:, 2:] - x[:, :2] for x in (anchors, boxes))
    moved = (boxes[:, :2] + boxes[:, 2:] - anchors[:, :2] - anchors[:, 2:]) / 2
    return np.concatenate([moved / size_b, np.log(size_b / size_a)], axis=1) / scale


def decode(anchors, offsets, scale, limit):
    t = offsets * scale
    size = anchors[:, 2:] - anchors[:, :2]
    middle = (anchors[:, :2] + anchors[:, 2:]) / 2 + t[:, :2] * size
    half = np.exp(np.minimum(t[:, 2:], limit)) * size / 2
    return np.concatenate([middle - half, middle + half], axis=1)

# %% no-limit: The logarithms are not held at the limit, so a wild offset makes an endless box.
def encode(anchors, boxes, scale):
    size_a, size_b = (x[:, 2:] - x[:, :2] for x in (anchors, boxes))
    moved = (boxes[:, :2] + boxes[:, 2:] - anchors[:, :2] - anchors[:, 2:]) / 2
    return np.concatenate([moved / size_a, np.log(size_b / size_a)], axis=1) / scale


def decode(anchors, offsets, scale, limit):
    np.seterr(all='ignore')
    t = offsets * scale
    size = anchors[:, 2:] - anchors[:, :2]
    middle = (anchors[:, :2] + anchors[:, 2:]) / 2 + t[:, :2] * size
    half = np.exp(t[:, 2:]) * size / 2
    return np.concatenate([middle - half, middle + half], axis=1)

# %% limit-before-scale: The limit bounds the logarithm, that is the offset after it was multiplied by its scale.
def encode(anchors, boxes, scale):
    size_a, size_b = (x[:, 2:] - x[:, :2] for x in (anchors, boxes))
    moved = (boxes[:, :2] + boxes[:, 2:] - anchors[:, :2] - anchors[:, 2:]) / 2
    return np.concatenate([moved / size_a, np.log(size_b / size_a)], axis=1) / scale


def decode(anchors, offsets, scale, limit):
    t = np.concatenate([offsets[:, :2], np.minimum(offsets[:, 2:], limit)], axis=1) * scale
    size = anchors[:, 2:] - anchors[:, :2]
    middle = (anchors[:, :2] + anchors[:, 2:]) / 2 + t[:, :2] * size
    half = np.exp(t[:, 2:]) * size / 2
    return np.concatenate([middle - half, middle + half], axis=1)

# %% both-sides: The limit holds from above only; a small box may be as small as the network says.
def encode(anchors, boxes, scale):
    size_a, size_b = (x[:, 2:] - x[:, :2] for x in (anchors, boxes))
    moved = (boxes[:, :2] + boxes[:, 2:] - anchors[:, :2] - anchors[:, 2:]) / 2
    return np.concatenate([moved / size_a, np.log(size_b / size_a)], axis=1) / scale


def decode(anchors, offsets, scale, limit):
    t = offsets * scale
    size = anchors[:, 2:] - anchors[:, :2]
    middle = (anchors[:, :2] + anchors[:, 2:]) / 2 + t[:, :2] * size
    half = np.exp(np.clip(t[:, 2:], -limit, limit)) * size / 2
    return np.concatenate([middle - half, middle + half], axis=1)

# %% whole-size: Half a size lies on either side of the middle; here it is a whole one.
def encode(anchors, boxes, scale):
    size_a, size_b = (x[:, 2:] - x[:, :2] for x in (anchors, boxes))
    moved = (boxes[:, :2] + boxes[:, 2:] - anchors[:, :2] - anchors[:, 2:]) / 2
    return np.concatenate([moved / size_a, np.log(size_b / size_a)], axis=1) / scale


def decode(anchors, offsets, scale, limit):
    t = offsets * scale
    size = anchors[:, 2:] - anchors[:, :2]
    middle = (anchors[:, :2] + anchors[:, 2:]) / 2 + t[:, :2] * size
    half = np.exp(np.minimum(t[:, 2:], limit)) * size
    return np.concatenate([middle - half, middle + half], axis=1)
