# %% always-after: The two kinds were not told apart: the gate always acts after the product.
def gru_step(x, h, W, U, b, after):
    k = h.shape[1]
    given, gates = x @ W + b[0], slice(0, 2 * k)
    both = 1 / (1 + np.exp(-(given[:, gates] + h @ U[:, gates] + b[1, gates])))
    update, reset = both[:, :k], both[:, k:]
    Uc, bc = U[:, 2 * k :], b[1, 2 * k :]
    recalled = reset * (h @ Uc + bc)
    return update * h + (1 - update) * np.tanh(given[:, 2 * k :] + recalled)

# %% always-before: The two kinds were not told apart: the gate always acts before the product.
def gru_step(x, h, W, U, b, after):
    k = h.shape[1]
    given, gates = x @ W + b[0], slice(0, 2 * k)
    both = 1 / (1 + np.exp(-(given[:, gates] + h @ U[:, gates] + b[1, gates])))
    update, reset = both[:, :k], both[:, k:]
    Uc, bc = U[:, 2 * k :], b[1, 2 * k :]
    recalled = (reset * h) @ Uc + bc
    return update * h + (1 - update) * np.tanh(given[:, 2 * k :] + recalled)

# %% kinds-exchanged: The two kinds are exchanged.
def gru_step(x, h, W, U, b, after):
    k = h.shape[1]
    given, gates = x @ W + b[0], slice(0, 2 * k)
    both = 1 / (1 + np.exp(-(given[:, gates] + h @ U[:, gates] + b[1, gates])))
    update, reset = both[:, :k], both[:, k:]
    Uc, bc = U[:, 2 * k :], b[1, 2 * k :]
    recalled = reset * (h @ Uc + bc) if not after else (reset * h) @ Uc + bc
    return update * h + (1 - update) * np.tanh(given[:, 2 * k :] + recalled)

# %% keep-exchanged: Keep and replace are exchanged: an update gate of 1 keeps the old state.
def gru_step(x, h, W, U, b, after):
    k = h.shape[1]
    given, gates = x @ W + b[0], slice(0, 2 * k)
    both = 1 / (1 + np.exp(-(given[:, gates] + h @ U[:, gates] + b[1, gates])))
    update, reset = both[:, :k], both[:, k:]
    Uc, bc = U[:, 2 * k :], b[1, 2 * k :]
    recalled = reset * (h @ Uc + bc) if after else (reset * h) @ Uc + bc
    return (1 - update) * h + update * np.tanh(given[:, 2 * k :] + recalled)

# %% bias-outside: Where the gate acts after the product, it is laid on the state's bias, too.
def gru_step(x, h, W, U, b, after):
    k = h.shape[1]
    given, gates = x @ W + b[0], slice(0, 2 * k)
    both = 1 / (1 + np.exp(-(given[:, gates] + h @ U[:, gates] + b[1, gates])))
    update, reset = both[:, :k], both[:, k:]
    Uc, bc = U[:, 2 * k :], b[1, 2 * k :]
    recalled = reset * (h @ Uc) + bc if after else (reset * h) @ Uc + bc
    return update * h + (1 - update) * np.tanh(given[:, 2 * k :] + recalled)

# %% gates-exchanged: Update and reset gate are exchanged: the update gate comes first.
def gru_step(x, h, W, U, b, after):
    k = h.shape[1]
    given, gates = x @ W + b[0], slice(0, 2 * k)
    both = 1 / (1 + np.exp(-(given[:, gates] + h @ U[:, gates] + b[1, gates])))
    reset, update = both[:, :k], both[:, k:]
    Uc, bc = U[:, 2 * k :], b[1, 2 * k :]
    recalled = reset * (h @ Uc + bc) if after else (reset * h) @ Uc + bc
    return update * h + (1 - update) * np.tanh(given[:, 2 * k :] + recalled)

# %% no-state-bias: The state's bias is missing in the candidate.
def gru_step(x, h, W, U, b, after):
    k = h.shape[1]
    given, gates = x @ W + b[0], slice(0, 2 * k)
    both = 1 / (1 + np.exp(-(given[:, gates] + h @ U[:, gates] + b[1, gates])))
    update, reset = both[:, :k], both[:, k:]
    Uc, bc = U[:, 2 * k :], b[1, 2 * k :]
    recalled = reset * (h @ Uc) if after else (reset * h) @ Uc
    return update * h + (1 - update) * np.tanh(given[:, 2 * k :] + recalled)

# %% no-reset: The reset gate was left out.
def gru_step(x, h, W, U, b, after):
    k = h.shape[1]
    given, gates = x @ W + b[0], slice(0, 2 * k)
    both = 1 / (1 + np.exp(-(given[:, gates] + h @ U[:, gates] + b[1, gates])))
    update, reset = both[:, :k], both[:, k:]
    Uc, bc = U[:, 2 * k :], b[1, 2 * k :]
    recalled = h @ Uc + bc
    return update * h + (1 - update) * np.tanh(given[:, 2 * k :] + recalled)
