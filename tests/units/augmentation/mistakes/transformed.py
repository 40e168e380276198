# %% last-first: The steps were carried out from the last to the first; the list is in order.
def transformed(x, steps, draws, training):
    x = x.copy()
    for s, (name, *settings) in reversed(list(enumerate(steps))):
        u = draws[:, s].reshape(-1, 1, 1, 1)
        if name == "normalise":
            mean, std = np.array(settings)
            x = (x - mean) / std
        elif name not in ("mirror", "brightness", "contrast"):
            raise ValueError(f"no step has the name {name!r}")
        elif training and name == "mirror":
            x = np.where(u < settings[0], x[:, :, ::-1], x)
        elif training:
            factor = 1 - settings[0] + 2 * settings[0] * u
            middle = 0 if name == "brightness" else x.mean(axis=(1, 2, 3), keepdims=True)
            x = np.clip(middle + factor * (x - middle), 0, 1)
    return x

# %% also-in-the-test: The random steps were carried out outside training as well.
def transformed(x, steps, draws, training):
    x = x.copy()
    for s, (name, *settings) in enumerate(steps):
        u = draws[:, s].reshape(-1, 1, 1, 1)
        if name == "normalise":
            mean, std = np.array(settings)
            x = (x - mean) / std
        elif name not in ("mirror", "brightness", "contrast"):
            raise ValueError(f"no step has the name {name!r}")
        elif name == "mirror":
            x = np.where(u < settings[0], x[:, :, ::-1], x)
        else:
            factor = 1 - settings[0] + 2 * settings[0] * u
            middle = 0 if name == "brightness" else x.mean(axis=(1, 2, 3), keepdims=True)
            x = np.clip(middle + factor * (x - middle), 0, 1)
    return x

# %% nothing-in-the-test: Outside training nothing was done at all; normalise belongs to what the network expects.
def transformed(x, steps, draws, training):
    x = x.copy()
    for s, (name, *settings) in enumerate(steps):
        u = draws[:, s].reshape(-1, 1, 1, 1)
        if name == "normalise" and training:
            mean, std = np.array(settings)
            x = (x - mean) / std
        elif name not in ("mirror", "brightness", "contrast", "normalise"):
            raise ValueError(f"no step has the name {name!r}")
        elif training and name == "mirror":
            x = np.where(u < settings[0], x[:, :, ::-1], x)
        elif training:
            factor = 1 - settings[0] + 2 * settings[0] * u
            middle = 0 if name == "brightness" else x.mean(axis=(1, 2, 3), keepdims=True)
            x = np.clip(middle + factor * (x - middle), 0, 1)
    return x

# %% one-number: The number of the first picture was used for the whole batch; each picture has its own.
def transformed(x, steps, draws, training):
    x = x.copy()
    for s, (name, *settings) in enumerate(steps):
        u = draws[0, s]
        if name == "normalise":
            mean, std = np.array(settings)
            x = (x - mean) / std
        elif name not in ("mirror", "brightness", "contrast"):
            raise ValueError(f"no step has the name {name!r}")
        elif training and name == "mirror":
            x = np.where(u < settings[0], x[:, :, ::-1], x)
        elif training:
            factor = 1 - settings[0] + 2 * settings[0] * u
            middle = 0 if name == "brightness" else x.mean(axis=(1, 2, 3), keepdims=True)
            x = np.clip(middle + factor * (x - middle), 0, 1)
    return x

# %% one-column: The first column of draws was used for all steps; each step has its own.
def transformed(x, steps, draws, training):
    x = x.copy()
    for s, (name, *settings) in enumerate(steps):
        u = draws[:, 0].reshape(-1, 1, 1, 1)
        if name == "normalise":
            mean, std = np.array(settings)
            x = (x - mean) / std
        elif name not in ("mirror", "brightness", "contrast"):
            raise ValueError(f"no step has the name {name!r}")
        elif training and name == "mirror":
            x = np.where(u < settings[0], x[:, :, ::-1], x)
        elif training:
            factor = 1 - settings[0] + 2 * settings[0] * u
            middle = 0 if name == "brightness" else x.mean(axis=(1, 2, 3), keepdims=True)
            x = np.clip(middle + factor * (x - middle), 0, 1)
    return x

# %% batch-mean: The mean of the whole batch was taken for the contrast; each picture has its own.
def transformed(x, steps, draws, training):
    x = x.copy()
    for s, (name, *settings) in enumerate(steps):
        u = draws[:, s].reshape(-1, 1, 1, 1)
        if name == "normalise":
            mean, std = np.array(settings)
            x = (x - mean) / std
        elif name not in ("mirror", "brightness", "contrast"):
            raise ValueError(f"no step has the name {name!r}")
        elif training and name == "mirror":
            x = np.where(u < settings[0], x[:, :, ::-1], x)
        elif training:
            factor = 1 - settings[0] + 2 * settings[0] * u
            middle = 0 if name == "brightness" else x.mean()
            x = np.clip(middle + factor * (x - middle), 0, 1)
    return x

# %% channel-mean: The mean of each channel was taken for the contrast; m is one number for a picture.
def transformed(x, steps, draws, training):
    x = x.copy()
    for s, (name, *settings) in enumerate(steps):
        u = draws[:, s].reshape(-1, 1, 1, 1)
        if name == "normalise":
            mean, std = np.array(settings)
            x = (x - mean) / std
        elif name not in ("mirror", "brightness", "contrast"):
            raise ValueError(f"no step has the name {name!r}")
        elif training and name == "mirror":
            x = np.where(u < settings[0], x[:, :, ::-1], x)
        elif training:
            factor = 1 - settings[0] + 2 * settings[0] * u
            middle = 0 if name == "brightness" else x.mean(axis=(1, 2), keepdims=True)
            x = np.clip(middle + factor * (x - middle), 0, 1)
    return x

# %% not-cut: Brightness and contrast cut their results to the range 0 to 1.
def transformed(x, steps, draws, training):
    x = x.copy()
    for s, (name, *settings) in enumerate(steps):
        u = draws[:, s].reshape(-1, 1, 1, 1)
        if name == "normalise":
            mean, std = np.array(settings)
            x = (x - mean) / std
        elif name not in ("mirror", "brightness", "contrast"):
            raise ValueError(f"no step has the name {name!r}")
        elif training and name == "mirror":
            x = np.where(u < settings[0], x[:, :, ::-1], x)
        elif training:
            factor = 1 - settings[0] + 2 * settings[0] * u
            middle = 0 if name == "brightness" else x.mean(axis=(1, 2, 3), keepdims=True)
            x = middle + factor * (x - middle)
    return x

# %% in-place: The pictures that were given were changed; `*=` and an assignment to a part of them work in place.
def transformed(x, steps, draws, training):
    for s, (name, *settings) in enumerate(steps):
        u = draws[:, s].reshape(-1, 1, 1, 1)
        if name == "normalise":
            x -= np.array(settings[0])
            x /= np.array(settings[1])
        elif name not in ("mirror", "brightness", "contrast"):
            raise ValueError(f"no step has the name {name!r}")
        elif training and name == "mirror":
            x[:] = np.where(u < settings[0], x[:, :, ::-1], x)
        elif training:
            factor = 1 - settings[0] + 2 * settings[0] * u
            middle = 0 if name == "brightness" else x.mean(axis=(1, 2, 3), keepdims=True)
            x[:] = np.clip(middle + factor * (x - middle), 0, 1)
    return x

# %% unknown-ignored: A name that is not in the table was passed over in silence; a misspelt step would never be missed.
def transformed(x, steps, draws, training):
    x = x.copy()
    for s, (name, *settings) in enumerate(steps):
        u = draws[:, s].reshape(-1, 1, 1, 1)
        if name == "normalise":
            mean, std = np.array(settings)
            x = (x - mean) / std
        elif training and name == "mirror":
            x = np.where(u < settings[0], x[:, :, ::-1], x)
        elif training and name in ("brightness", "contrast"):
            factor = 1 - settings[0] + 2 * settings[0] * u
            middle = 0 if name == "brightness" else x.mean(axis=(1, 2, 3), keepdims=True)
            x = np.clip(middle + factor * (x - middle), 0, 1)
    return x
