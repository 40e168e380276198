# %% flip-and-crop
def flip_and_crop(x, mirrored, top, left, pad):
    padded = np.pad(x[0, :, :, 0], pad)
    out = padded[top[0] : top[0] + x.shape[1], left[0] : left[0] + x.shape[2]]
    return out[None, :, :, None]
