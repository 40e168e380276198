# %% overflow: Numbers of uint8 start again at 0 after 255: the sum was not computed in a wider type.
def mended_sets(x, y, order, n_test, steps, gains):
    copies = steps.shape[1]
    test, train = order[:n_test], order[n_test:]
    made = []
    for k in train:
        for copy in range(copies):
            picture = moved(x[k], steps[k, copy]) + gains[k, copy].astype(np.uint8)
            made.append(picture.clip(0, 255).astype(np.uint8))
    return np.array(made), np.repeat(y[train], copies), x[test], y[test]

# %% clipped-too-late: The sum was clipped after it had become uint8, when there is nothing left to clip.
def mended_sets(x, y, order, n_test, steps, gains):
    copies = steps.shape[1]
    test, train = order[:n_test], order[n_test:]
    made = []
    for k in train:
        for copy in range(copies):
            picture = moved(x[k], steps[k, copy]).astype(int) + gains[k, copy]
            made.append(picture.astype(np.uint8).clip(0, 255))
    return np.array(made), np.repeat(y[train], copies), x[test], y[test]

# %% one-step: All copies were moved by the first step; each copy has its own.
def mended_sets(x, y, order, n_test, steps, gains):
    copies = steps.shape[1]
    test, train = order[:n_test], order[n_test:]
    made = []
    for k in train:
        for copy in range(copies):
            picture = moved(x[k], steps[0, 0]).astype(int) + gains[k, copy]
            made.append(picture.clip(0, 255).astype(np.uint8))
    return np.array(made), np.repeat(y[train], copies), x[test], y[test]

# %% by-place: Row k of steps and gains belongs to picture k, not to the k-th place in the order.
def mended_sets(x, y, order, n_test, steps, gains):
    copies = steps.shape[1]
    test, train = order[:n_test], order[n_test:]
    made = []
    for place, k in enumerate(train):
        for copy in range(copies):
            picture = moved(x[k], steps[place, copy]).astype(int) + gains[place, copy]
            made.append(picture.clip(0, 255).astype(np.uint8))
    return np.array(made), np.repeat(y[train], copies), x[test], y[test]

# %% tiled: The labels are in another order than the pictures: all copies of a picture follow each other.
def mended_sets(x, y, order, n_test, steps, gains):
    copies = steps.shape[1]
    test, train = order[:n_test], order[n_test:]
    made = []
    for k in train:
        for copy in range(copies):
            picture = moved(x[k], steps[k, copy]).astype(int) + gains[k, copy]
            made.append(picture.clip(0, 255).astype(np.uint8))
    return np.array(made), np.tile(y[train], copies), x[test], y[test]

# %% test-changed: The test rows were changed as well; a network is judged on untouched pictures.
def mended_sets(x, y, order, n_test, steps, gains):
    copies = steps.shape[1]
    test, train = order[:n_test], order[n_test:]
    made = []
    for k in train:
        for copy in range(copies):
            picture = moved(x[k], steps[k, copy]).astype(int) + gains[k, copy]
            made.append(picture.clip(0, 255).astype(np.uint8))
    return np.array(made), np.repeat(y[train], copies), np.array([(moved(x[k], steps[k, 0]).astype(int) + gains[k, 0]).clip(0, 255).astype(np.uint8) for k in test]), y[test]

# %% last-as-test: The last pictures of the order were set aside; it is the first n_test.
def mended_sets(x, y, order, n_test, steps, gains):
    copies = steps.shape[1]
    test, train = order[len(x) - n_test :], order[: len(x) - n_test]
    made = []
    for k in train:
        for copy in range(copies):
            picture = moved(x[k], steps[k, copy]).astype(int) + gains[k, copy]
            made.append(picture.clip(0, 255).astype(np.uint8))
    return np.array(made), np.repeat(y[train], copies), x[test], y[test]

# %% split-last: The copies were still made before the split, so that a picture has copies on both sides.
def mended_sets(x, y, order, n_test, steps, gains):
    n, copies = steps.shape
    many, labels = np.concatenate([x] * copies), np.concatenate([y] * copies)
    many = np.stack([moved(a, s) for a, s in zip(many, steps.T.ravel())]).astype(int)
    many = (many + gains.T.reshape(-1, 1, 1)).clip(0, 255).astype(np.uint8)
    rows = np.concatenate([order + n * copy for copy in range(copies)])
    test, train = rows[: n_test * copies], rows[n_test * copies :]
    return many[train], labels[train], many[test], labels[test]

# %% floats: The pictures were returned as floats; they are bytes.
def mended_sets(x, y, order, n_test, steps, gains):
    copies = steps.shape[1]
    test, train = order[:n_test], order[n_test:]
    made = []
    for k in train:
        for copy in range(copies):
            made.append(np.clip(moved(x[k], steps[k, copy]).astype(float) + gains[k, copy], 0, 255))
    return np.array(made), np.repeat(y[train], copies), x[test], y[test]
