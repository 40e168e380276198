# %% from-zero: The layers were counted from 0.
def first_misfit(inputs, layers):
    for number, (W, b) in enumerate(layers):
        if W.ndim != 2 or W.shape[0] != inputs:
            return number, "W"
        inputs = W.shape[1]
        if b.shape != (inputs,):
            return number, "b"
    return None

# %% broadcast-allowed: Biases that NumPy would stretch were let through.
def first_misfit(inputs, layers):
    for number, (W, b) in enumerate(layers, start=1):
        if W.ndim != 2 or W.shape[0] != inputs:
            return number, "W"
        inputs = W.shape[1]
        try:
            np.zeros((2, inputs)) + b
        except ValueError:
            return number, "b"
    return None

# %% size-only: Only the number of biases was compared, not their shape.
def first_misfit(inputs, layers):
    for number, (W, b) in enumerate(layers, start=1):
        if W.ndim != 2 or W.shape[0] != inputs:
            return number, "W"
        inputs = W.shape[1]
        if b.size != inputs:
            return number, "b"
    return None

# %% other-order: W was expected as (outputs, inputs).
def first_misfit(inputs, layers):
    for number, (W, b) in enumerate(layers, start=1):
        if W.ndim != 2 or W.shape[1] != inputs:
            return number, "W"
        inputs = W.shape[0]
        if b.shape != (inputs,):
            return number, "b"
    return None

# %% inputs-not-passed-on: Every layer was compared with the inputs of the first.
def first_misfit(inputs, layers):
    for number, (W, b) in enumerate(layers, start=1):
        if W.ndim != 2 or W.shape[0] != inputs:
            return number, "W"
        if b.shape != (W.shape[1],):
            return number, "b"
    return None

# %% b-against-rows: The biases were compared with the rows of W; there is one for each column.
def first_misfit(inputs, layers):
    for number, (W, b) in enumerate(layers, start=1):
        if W.ndim != 2 or W.shape[0] != inputs:
            return number, "W"
        if b.shape != (inputs,):
            return number, "b"
        inputs = W.shape[1]
    return None

# %% b-first: Where both are wrong, b was named instead of W.
def first_misfit(inputs, layers):
    for number, (W, b) in enumerate(layers, start=1):
        if W.ndim == 2 and b.shape != (W.shape[1],):
            return number, "b"
        if W.ndim != 2 or W.shape[0] != inputs:
            return number, "W"
        inputs = W.shape[1]
    return None

# %% last-one: The last misfit was returned instead of the first.
def first_misfit(inputs, layers):
    found = None
    for number, (W, b) in enumerate(layers, start=1):
        if W.ndim != 2 or W.shape[0] != inputs:
            found = number, "W"
        elif b.shape != (W.shape[1],):
            found = number, "b"
        inputs = W.shape[-1]
    return found

# %% axes-not-counted: The number of axes of W was not looked at.
def first_misfit(inputs, layers):
    for number, (W, b) in enumerate(layers, start=1):
        if W.shape[0] != inputs:
            return number, "W"
        inputs = W.shape[-1]
        if b.shape != (inputs,):
            return number, "b"
    return None

# %% reshaped: The biases that were given were brought into shape in place; they should only be looked at.
def first_misfit(inputs, layers):
    found = None
    for number, (W, b) in enumerate(layers, start=1):
        if W.ndim != 2 or W.shape[0] != inputs:
            return found or (number, "W")
        inputs = W.shape[1]
        if b.shape != (inputs,):
            found = found or (number, "b")
            if b.size != inputs:
                return found
            b.shape = (inputs,)
    return found
