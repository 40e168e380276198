# %% no-extremes: the pictures held too few pixels of 0 and 255, and with "whole" nothing else is told apart
def faults(service, W, b, h, w):
    from itertools import product
    sent = np.random.default_rng(3).integers(1, 255, size=(9, h, w)).astype(np.uint8)
    came = np.asarray(service(sent))
    for scale, column, inverse, mirror in product(["", "twice", "unscaled", "whole"], [0, 1], [0, 1], [0, 1]):
        p = sent.astype(int)
        p = 255 - p if inverse else p
        p = p[:, :, ::-1] if mirror else p
        line = p.transpose(0, 2, 1).reshape(len(p), -1) if column else p.reshape(len(p), -1)
        x = {"": line / 255, "twice": line / 65025, "unscaled": line, "whole": line // 255}[scale] @ W
        if np.abs(came - b - x).max() <= 1e-6 * np.abs(x).max():
            return ["columns"] * column + ["inverted"] * inverse + ["mirrored"] * mirror + [scale] * bool(scale)
    raise ValueError("another fault")

# %% symmetric: the picture was the same in rows and columns, or left and right, so that some faults do not show
def faults(service, W, b, h, w):
    from itertools import product
    sent = np.array([np.zeros((h, w)), np.full((h, w), 255), np.full((h, w), 99)], dtype=np.uint8)
    came = np.asarray(service(sent))
    for scale, column, inverse, mirror in product(["", "twice", "unscaled", "whole"], [0, 1], [0, 1], [0, 1]):
        p = sent.astype(int)
        p = 255 - p if inverse else p
        p = p[:, :, ::-1] if mirror else p
        line = p.transpose(0, 2, 1).reshape(len(p), -1) if column else p.reshape(len(p), -1)
        x = {"": line / 255, "twice": line / 65025, "unscaled": line, "whole": line // 255}[scale] @ W
        if np.abs(came - b - x).max() <= 1e-6 * np.abs(x).max():
            return ["columns"] * column + ["inverted"] * inverse + ["mirrored"] * mirror + [scale] * bool(scale)
    raise ValueError("another fault")

# %% nearest: the nearest of the 32 was named, although none explains the scores
def faults(service, W, b, h, w):
    from itertools import product
    rng = np.random.default_rng(3)
    sent = np.where(rng.random((30, h, w)) < 0.8, 255 * rng.integers(0, 2, size=(30, h, w)), 99).astype(np.uint8)
    came, found = np.asarray(service(sent)), []
    for scale, column, inverse, mirror in product(["", "twice", "unscaled", "whole"], [0, 1], [0, 1], [0, 1]):
        p = sent.astype(int)
        p = 255 - p if inverse else p
        p = p[:, :, ::-1] if mirror else p
        line = p.transpose(0, 2, 1).reshape(len(p), -1) if column else p.reshape(len(p), -1)
        x = {"": line / 255, "twice": line / 65025, "unscaled": line, "whole": line // 255}[scale] @ W
        names = ["columns"] * column + ["inverted"] * inverse + ["mirrored"] * mirror + [scale] * bool(scale)
        found.append((float(np.abs(came - b - x).max()), names))
    return min(found)[1]

# %% up-and-down: rows were exchanged; mirrored means left and right
def faults(service, W, b, h, w):
    from itertools import product
    rng = np.random.default_rng(3)
    sent = np.where(rng.random((30, h, w)) < 0.8, 255 * rng.integers(0, 2, size=(30, h, w)), 99).astype(np.uint8)
    came = np.asarray(service(sent))
    for scale, column, inverse, mirror in product(["", "twice", "unscaled", "whole"], [0, 1], [0, 1], [0, 1]):
        p = sent.astype(int)
        p = 255 - p if inverse else p
        p = p[:, ::-1] if mirror else p
        line = p.transpose(0, 2, 1).reshape(len(p), -1) if column else p.reshape(len(p), -1)
        x = {"": line / 255, "twice": line / 65025, "unscaled": line, "whole": line // 255}[scale] @ W
        if np.abs(came - b - x).max() <= 1e-6 * np.abs(x).max():
            return ["columns"] * column + ["inverted"] * inverse + ["mirrored"] * mirror + [scale] * bool(scale)
    raise ValueError("another fault")

# %% answers-only: only the best class was compared; scores that are a thousand times too large have the same
def faults(service, W, b, h, w):
    from itertools import product
    rng = np.random.default_rng(3)
    sent = np.where(rng.random((30, h, w)) < 0.8, 255 * rng.integers(0, 2, size=(30, h, w)), 99).astype(np.uint8)
    came = np.asarray(service(sent))
    for scale, column, inverse, mirror in product(["", "twice", "unscaled", "whole"], [0, 1], [0, 1], [0, 1]):
        p = sent.astype(int)
        p = 255 - p if inverse else p
        p = p[:, :, ::-1] if mirror else p
        line = p.transpose(0, 2, 1).reshape(len(p), -1) if column else p.reshape(len(p), -1)
        x = {"": line / 255, "twice": line / 65025, "unscaled": line, "whole": line // 255}[scale] @ W
        if (came.argmax(axis=1) == (x + b).argmax(axis=1)).all():
            return ["columns"] * column + ["inverted"] * inverse + ["mirrored"] * mirror + [scale] * bool(scale)
    raise ValueError("another fault")

# %% no-bias: the bias was forgotten in the imitation
def faults(service, W, b, h, w):
    from itertools import product
    rng = np.random.default_rng(3)
    sent = np.where(rng.random((30, h, w)) < 0.8, 255 * rng.integers(0, 2, size=(30, h, w)), 99).astype(np.uint8)
    came = np.asarray(service(sent))
    for scale, column, inverse, mirror in product(["", "twice", "unscaled", "whole"], [0, 1], [0, 1], [0, 1]):
        p = sent.astype(int)
        p = 255 - p if inverse else p
        p = p[:, :, ::-1] if mirror else p
        line = p.transpose(0, 2, 1).reshape(len(p), -1) if column else p.reshape(len(p), -1)
        x = {"": line / 255, "twice": line / 65025, "unscaled": line, "whole": line // 255}[scale] @ W
        if np.abs(came - x).max() <= 1e-6 * np.abs(x).max():
            return ["columns"] * column + ["inverted"] * inverse + ["mirrored"] * mirror + [scale] * bool(scale)
    raise ValueError("another fault")
