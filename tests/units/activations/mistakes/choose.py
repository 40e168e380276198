# %% relu-everywhere: the variance of plain ReLU was used for all three
def choose():
    return {"leaky": (np.sqrt(2 / 200), (1.09 / 2) ** 15), "half": (np.sqrt(2 / 200), 0.125**15),
            "fold": (np.sqrt(2 / 200), 1.0)}

# %% leaky-as-relu: the left slope of leaky ReLU was left out of the choice
def choose():
    return {"leaky": (np.sqrt(2 / 200), (1.09 / 2) ** 15), "half": (np.sqrt(8 / 200), 0.125**15),
            "fold": (np.sqrt(1 / 200), 1.0)}

# %% glorot-everywhere: one over the number of inputs was used for all three
def choose():
    return {"leaky": (np.sqrt(1 / 200), (1.09 / 2) ** 15), "half": (np.sqrt(1 / 200), 0.125**15),
            "fold": (np.sqrt(1 / 200), 1.0)}

# %% variance: variances were returned instead of standard deviations
def choose():
    return {"leaky": (2 / 1.09 / 200, (1.09 / 2) ** 15), "half": (8 / 200, 0.125**15),
            "fold": (1 / 200, 1.0)}

# %% squared-factor: the factor is that of the squared length
def choose():
    return {"leaky": (np.sqrt(2 / 1.09 / 200), (1.09 / 2) ** 30),
            "half": (np.sqrt(8 / 200), 0.125**30), "fold": (np.sqrt(1 / 200), 1.0)}

# %% one-layer: the factor is that of one layer, not of thirty
def choose():
    return {"leaky": (np.sqrt(2 / 1.09 / 200), np.sqrt(1.09 / 2)),
            "half": (np.sqrt(8 / 200), np.sqrt(0.125)), "fold": (np.sqrt(1 / 200), 1.0)}

# %% slopes-not-squared: the slopes were averaged without squaring
def choose():
    return {"leaky": (np.sqrt(1 / 200) / 0.65, 0.65**30), "half": (np.sqrt(1 / 200) / 0.25, 0.25**30),
            "fold": (np.sqrt(1 / 200), 1.0)}

# %% half-not-squared: the slope one half of "half" was not squared
def choose():
    return {"leaky": (np.sqrt(2 / 1.09 / 200), (1.09 / 2) ** 15), "half": (np.sqrt(4 / 200), 0.25**15),
            "fold": (np.sqrt(1 / 200), 1.0)}

# %% fold-cancels: the slopes of "fold" were taken to cancel, or to be half off
def choose():
    return {"leaky": (np.sqrt(2 / 1.09 / 200), (1.09 / 2) ** 15), "half": (np.sqrt(8 / 200), 0.125**15),
            "fold": (np.sqrt(2 / 200), 0.5**15)}

# %% growth: the factors are upside down
def choose():
    return {"leaky": (np.sqrt(2 / 1.09 / 200), (1.09 / 2) ** -15),
            "half": (np.sqrt(8 / 200), 0.125**-15), "fold": (np.sqrt(1 / 200), 1.0)}

# %% with-the-choice: the factors are those of the chosen weights
def choose():
    return {"leaky": (np.sqrt(2 / 1.09 / 200), 1.0), "half": (np.sqrt(8 / 200), 1.0),
            "fold": (np.sqrt(1 / 200), 1.0)}

# %% one-measurement: the factors were read off one measured stack
def choose():
    return {"leaky": (np.sqrt(2 / 1.09 / 200), 8.5e-5), "half": (np.sqrt(8 / 200), 2.0e-14),
            "fold": (np.sqrt(1 / 200), 0.96)}
