# %% gap-is-overfitting: Run A was said to overfit because its validation loss lies above its training loss; both have come to rest high up.
def treatment():
    return {
        "A": ("overfits", "inputs", 8),
        "B": ("overfits", "strength", 0.7),
        "C": ("rate too high", "rate", 0.05),
        "D": ("not finished", "epochs", 6000),
    }

# %% less-is-more: Run B was said to underfit because its validation loss is high; its training loss is far below the noise.
def treatment():
    return {
        "A": ("underfits", "inputs", 8),
        "B": ("underfits", "strength", 0.7),
        "C": ("rate too high", "rate", 0.05),
        "D": ("not finished", "epochs", 6000),
    }

# %% slow-is-underfitting: Run D was said to underfit; its losses are still falling.
def treatment():
    return {
        "A": ("underfits", "inputs", 8),
        "B": ("overfits", "strength", 0.7),
        "C": ("rate too high", "rate", 0.05),
        "D": ("underfits", "epochs", 6000),
    }

# %% too-few-inputs: One more input is not enough for run A.
def treatment():
    return {
        "A": ("underfits", "inputs", 3),
        "B": ("overfits", "strength", 0.7),
        "C": ("rate too high", "rate", 0.05),
        "D": ("not finished", "epochs", 6000),
    }

# %% all-inputs: With all inputs run A goes from saying too little to learning the noise.
def treatment():
    return {
        "A": ("underfits", "inputs", 40),
        "B": ("overfits", "strength", 0.7),
        "C": ("rate too high", "rate", 0.05),
        "D": ("not finished", "epochs", 6000),
    }

# %% too-weak: The penalty is too weak for run B.
def treatment():
    return {
        "A": ("underfits", "inputs", 8),
        "B": ("overfits", "strength", 0.05),
        "C": ("rate too high", "rate", 0.05),
        "D": ("not finished", "epochs", 6000),
    }

# %% too-strong: The penalty is so strong that run B underfits.
def treatment():
    return {
        "A": ("underfits", "inputs", 8),
        "B": ("overfits", "strength", 10.0),
        "C": ("rate too high", "rate", 0.05),
        "D": ("not finished", "epochs", 6000),
    }

# %% knob-twice: The rate was turned for two runs.
def treatment():
    return {
        "A": ("underfits", "inputs", 8),
        "B": ("overfits", "strength", 0.7),
        "C": ("rate too high", "rate", 0.05),
        "D": ("not finished", "rate", 0.05),
    }

# %% too-short: Run D still needs more epochs.
def treatment():
    return {
        "A": ("underfits", "inputs", 8),
        "B": ("overfits", "strength", 0.7),
        "C": ("rate too high", "rate", 0.05),
        "D": ("not finished", "epochs", 800),
    }

# %% rate-at-the-edge: The rate of run C lies at the edge: on other data it is too high again.
def treatment():
    return {
        "A": ("underfits", "inputs", 8),
        "B": ("overfits", "strength", 0.7),
        "C": ("rate too high", "rate", 0.41),
        "D": ("not finished", "epochs", 6000),
    }

# %% too-small-a-rate: The rate of run C is now so small that the run is not finished.
def treatment():
    return {
        "A": ("underfits", "inputs", 8),
        "B": ("overfits", "strength", 0.7),
        "C": ("rate too high", "rate", 0.001),
        "D": ("not finished", "epochs", 6000),
    }
