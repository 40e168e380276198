# %% fixed-order: The order was not looked at; Keras's was taken.
def lstm_step(x, h, c, W, U, b, order):
    part = dict(zip("ifco", np.split(x @ W + h @ U + b, 4, axis=1)))
    i, f, o = (1 / (1 + np.exp(-part[letter])) for letter in "ifo")
    c = f * c + i * np.tanh(part["c"])
    return o * np.tanh(c), c

# %% gates-exchanged: Input and forget gate are exchanged.
def lstm_step(x, h, c, W, U, b, order):
    part = dict(zip(order, np.split(x @ W + h @ U + b, 4, axis=1)))
    f, i, o = (1 / (1 + np.exp(-part[letter])) for letter in "ifo")
    c = f * c + i * np.tanh(part["c"])
    return o * np.tanh(c), c

# %% candidate-linear: The candidate has no tanh.
def lstm_step(x, h, c, W, U, b, order):
    part = dict(zip(order, np.split(x @ W + h @ U + b, 4, axis=1)))
    i, f, o = (1 / (1 + np.exp(-part[letter])) for letter in "ifo")
    c = f * c + i * part["c"]
    return o * np.tanh(c), c

# %% candidate-sigmoid: The candidate has a sigmoid; it is a tanh, so that it may be negative.
def lstm_step(x, h, c, W, U, b, order):
    part = dict(zip(order, np.split(x @ W + h @ U + b, 4, axis=1)))
    i, f, o = (1 / (1 + np.exp(-part[letter])) for letter in "ifo")
    c = f * c + i / (1 + np.exp(-part["c"]))
    return o * np.tanh(c), c

# %% no-last-tanh: The tanh of the new cell is missing in the state.
def lstm_step(x, h, c, W, U, b, order):
    part = dict(zip(order, np.split(x @ W + h @ U + b, 4, axis=1)))
    i, f, o = (1 / (1 + np.exp(-part[letter])) for letter in "ifo")
    c = f * c + i * np.tanh(part["c"])
    return o * c, c

# %% tied: 1 - f stands where the input gate should; the two gates are independent.
def lstm_step(x, h, c, W, U, b, order):
    part = dict(zip(order, np.split(x @ W + h @ U + b, 4, axis=1)))
    i, f, o = (1 / (1 + np.exp(-part[letter])) for letter in "ifo")
    c = f * c + (1 - f) * np.tanh(part["c"])
    return o * np.tanh(c), c

# %% one-added: 1 was added to the forget gate; that belongs into the bias at the start, and b is given.
def lstm_step(x, h, c, W, U, b, order):
    part = dict(zip(order, np.split(x @ W + h @ U + b, 4, axis=1)))
    i, f, o = (1 / (1 + np.exp(-part[letter])) for letter in "ifo")
    f = 1 / (1 + np.exp(-part["f"] - 1))
    c = f * c + i * np.tanh(part["c"])
    return o * np.tanh(c), c

# %% no-forgetting: The forget gate is missing; the old cell is kept whole.
def lstm_step(x, h, c, W, U, b, order):
    part = dict(zip(order, np.split(x @ W + h @ U + b, 4, axis=1)))
    i, f, o = (1 / (1 + np.exp(-part[letter])) for letter in "ifo")
    c = c + i * np.tanh(part["c"])
    return o * np.tanh(c), c

# %% old-cell: The output gate was laid on the old cell; the new one is meant.
def lstm_step(x, h, c, W, U, b, order):
    part = dict(zip(order, np.split(x @ W + h @ U + b, 4, axis=1)))
    i, f, o = (1 / (1 + np.exp(-part[letter])) for letter in "ifo")
    new = f * c + i * np.tanh(part["c"])
    return o * np.tanh(c), new

# %% written-into: The old cell was written into; an argument must stay as it was.
def lstm_step(x, h, c, W, U, b, order):
    part = dict(zip(order, np.split(x @ W + h @ U + b, 4, axis=1)))
    i, f, o = (1 / (1 + np.exp(-part[letter])) for letter in "ifo")
    c *= f
    c += i * np.tanh(part["c"])
    return o * np.tanh(c), c

# %% swapped-results: The function returns (h, c), in this order.
def lstm_step(x, h, c, W, U, b, order):
    part = dict(zip(order, np.split(x @ W + h @ U + b, 4, axis=1)))
    i, f, o = (1 / (1 + np.exp(-part[letter])) for letter in "ifo")
    c = f * c + i * np.tanh(part["c"])
    return c, o * np.tanh(c)
