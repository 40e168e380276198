# %% shares-exchanged: The shares of the two were exchanged: share belongs to the picture itself.
def mixup(x, y, classes, share, partner):
    own = np.eye(classes)[y]
    s = share.reshape(-1, *[1] * (x.ndim - 1))
    mixed = (1 - s) * x + s * x[partner]
    targets = (1 - share[:, None]) * own + share[:, None] * own[partner]
    return mixed, targets

# %% hard-targets: The targets were not mixed; a picture that is half of each has half of each class.
def mixup(x, y, classes, share, partner):
    own = np.eye(classes)[y]
    s = share.reshape(-1, *[1] * (x.ndim - 1))
    mixed = s * x + (1 - s) * x[partner]
    targets = own
    return mixed, targets

# %% one-share: The first share was used for the whole batch.
def mixup(x, y, classes, share, partner):
    own = np.eye(classes)[y]
    share = np.full(len(x), share[0])
    s = share.reshape(-1, *[1] * (x.ndim - 1))
    mixed = s * x + (1 - s) * x[partner]
    targets = share[:, None] * own + (1 - share[:, None]) * own[partner]
    return mixed, targets

# %% along-columns: The shares were laid along the last axis; each row has one.
def mixup(x, y, classes, share, partner):
    own = np.eye(classes)[y]
    s = np.resize(share, x.shape[-1])
    mixed = s * x + (1 - s) * x[partner]
    targets = share[:, None] * own + (1 - share[:, None]) * own[partner]
    return mixed, targets

# %% overwritten: The partner's share overwrote the own one where both have the same class.
def mixup(x, y, classes, share, partner):
    own = np.eye(classes)[y]
    s = share.reshape(-1, *[1] * (x.ndim - 1))
    mixed = s * x + (1 - s) * x[partner]
    targets = np.where(own[partner] > 0, 1 - share[:, None], share[:, None] * own)
    return mixed, targets

# %% bytes: The mixed pictures were turned back into bytes, which cuts off what is behind the point.
def mixup(x, y, classes, share, partner):
    own = np.eye(classes)[y]
    s = share.reshape(-1, *[1] * (x.ndim - 1))
    mixed = s * x + (1 - s) * x[partner]
    targets = share[:, None] * own + (1 - share[:, None]) * own[partner]
    mixed = mixed.astype(x.dtype)
    return mixed, targets
