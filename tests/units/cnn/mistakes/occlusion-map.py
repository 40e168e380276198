# %% sign: The map is covered minus whole; a fall is to be positive.
def occlusion_map(predict, picture, target, patch, fill):
    half, out = patch // 2, np.zeros(picture.shape)
    whole = predict(picture[None, :, :, None])[0, target]
    for r, c in np.ndindex(picture.shape):
        covered = picture.copy()
        covered[max(r - half, 0) : r + half + 1, max(c - half, 0) : c + half + 1] = fill
        out[r, c] = predict(covered[None, :, :, None])[0, target] - whole
    return out
# %% size-of-the-change: The absolute value was taken; a score may rise, too.
def occlusion_map(predict, picture, target, patch, fill):
    half, out = patch // 2, np.zeros(picture.shape)
    whole = predict(picture[None, :, :, None])[0, target]
    for r, c in np.ndindex(picture.shape):
        covered = picture.copy()
        covered[max(r - half, 0) : r + half + 1, max(c - half, 0) : c + half + 1] = fill
        out[r, c] = abs(whole - predict(covered[None, :, :, None])[0, target])
    return out
# %% piles-up: The squares pile up, because the picture is not made whole again.
def occlusion_map(predict, picture, target, patch, fill):
    half, out, covered = patch // 2, np.zeros(picture.shape), picture.copy()
    whole = predict(picture[None, :, :, None])[0, target]
    for r, c in np.ndindex(picture.shape):
        covered[max(r - half, 0) : r + half + 1, max(c - half, 0) : c + half + 1] = fill
        out[r, c] = whole - predict(covered[None, :, :, None])[0, target]
    return out
# %% wraps: At the edge the slice began below zero, so that nothing was covered there.
def occlusion_map(predict, picture, target, patch, fill):
    half, out = patch // 2, np.zeros(picture.shape)
    whole = predict(picture[None, :, :, None])[0, target]
    for r, c in np.ndindex(picture.shape):
        covered = picture.copy()
        covered[r - half : r + half + 1, c - half : c + half + 1] = fill
        out[r, c] = whole - predict(covered[None, :, :, None])[0, target]
    return out
# %% one-short: The square ends one pixel too early.
def occlusion_map(predict, picture, target, patch, fill):
    half, out = patch // 2, np.zeros(picture.shape)
    whole = predict(picture[None, :, :, None])[0, target]
    for r, c in np.ndindex(picture.shape):
        covered = picture.copy()
        covered[max(r - half, 0) : r + half, max(c - half, 0) : c + half] = fill
        out[r, c] = whole - predict(covered[None, :, :, None])[0, target]
    return out
# %% corner: The pixel is the upper left corner of the square, not its middle.
def occlusion_map(predict, picture, target, patch, fill):
    out = np.zeros(picture.shape)
    whole = predict(picture[None, :, :, None])[0, target]
    for r, c in np.ndindex(picture.shape):
        covered = picture.copy()
        covered[r : r + patch, c : c + patch] = fill
        out[r, c] = whole - predict(covered[None, :, :, None])[0, target]
    return out
# %% largest-score: The largest score was watched, not that of the target.
def occlusion_map(predict, picture, target, patch, fill):
    half, out = patch // 2, np.zeros(picture.shape)
    target = np.argmax(predict(picture[None, :, :, None])[0])
    whole = predict(picture[None, :, :, None])[0, target]
    for r, c in np.ndindex(picture.shape):
        covered = picture.copy()
        covered[max(r - half, 0) : r + half + 1, max(c - half, 0) : c + half + 1] = fill
        out[r, c] = whole - predict(covered[None, :, :, None])[0, target]
    return out
# %% in-place: The picture itself was covered.
def occlusion_map(predict, picture, target, patch, fill):
    half, out, kept = patch // 2, np.zeros(picture.shape), picture.copy()
    whole = predict(picture[None, :, :, None])[0, target]
    for r, c in np.ndindex(picture.shape):
        picture[...] = kept
        picture[max(r - half, 0) : r + half + 1, max(c - half, 0) : c + half + 1] = fill
        out[r, c] = whole - predict(picture[None, :, :, None])[0, target]
    return out
