# %% last-step-only: Only the last step was looked at; the weights were used at every step.
def bptt(x, h0, W, U, states, G):
    dW, dU, db = np.zeros_like(W), np.zeros_like(U), np.zeros(U.shape[1])
    dx, carried = np.zeros(x.shape), np.zeros(h0.shape)
    for t in [x.shape[1] - 1]:
        before = states[:, t - 1] if t > 0 else h0
        dz = (G[:, t] + carried) * (1 - states[:, t] ** 2)
        dW += x[:, t].T @ dz
        dU += before.T @ dz
        db += dz.sum(axis=0)
        dx[:, t] = dz @ W.T
        carried = dz @ U.T
    return dW, dU, db, dx, carried

# %% no-derivative: The slope of the tanh, 1 - h², is missing.
def bptt(x, h0, W, U, states, G):
    dW, dU, db = np.zeros_like(W), np.zeros_like(U), np.zeros(U.shape[1])
    dx, carried = np.empty(x.shape), np.zeros(h0.shape)
    for t in reversed(range(x.shape[1])):
        before = states[:, t - 1] if t > 0 else h0
        dz = (G[:, t] + carried)
        dW += x[:, t].T @ dz
        dU += before.T @ dz
        db += dz.sum(axis=0)
        dx[:, t] = dz @ W.T
        carried = dz @ U.T
    return dW, dU, db, dx, carried

# %% state-after: U met the state before the step, not the one after it.
def bptt(x, h0, W, U, states, G):
    dW, dU, db = np.zeros_like(W), np.zeros_like(U), np.zeros(U.shape[1])
    dx, carried = np.empty(x.shape), np.zeros(h0.shape)
    for t in reversed(range(x.shape[1])):
        before = states[:, t]
        dz = (G[:, t] + carried) * (1 - states[:, t] ** 2)
        dW += x[:, t].T @ dz
        dU += before.T @ dz
        db += dz.sum(axis=0)
        dx[:, t] = dz @ W.T
        carried = dz @ U.T
    return dW, dU, db, dx, carried

# %% no-first-state: At the first step the state before it is h0; zeros were taken.
def bptt(x, h0, W, U, states, G):
    dW, dU, db = np.zeros_like(W), np.zeros_like(U), np.zeros(U.shape[1])
    dx, carried = np.empty(x.shape), np.zeros(h0.shape)
    for t in reversed(range(x.shape[1])):
        before = states[:, t - 1] if t > 0 else np.zeros_like(h0)
        dz = (G[:, t] + carried) * (1 - states[:, t] ** 2)
        dW += x[:, t].T @ dz
        dU += before.T @ dz
        db += dz.sum(axis=0)
        dx[:, t] = dz @ W.T
        carried = dz @ U.T
    return dW, dU, db, dx, carried

# %% direct-last-only: Only the last state's direct slope was used; every state has one.
def bptt(x, h0, W, U, states, G):
    dW, dU, db = np.zeros_like(W), np.zeros_like(U), np.zeros(U.shape[1])
    dx, carried = np.empty(x.shape), G[:, -1]
    for t in reversed(range(x.shape[1])):
        before = states[:, t - 1] if t > 0 else h0
        dz = carried * (1 - states[:, t] ** 2)
        dW += x[:, t].T @ dz
        dU += before.T @ dz
        db += dz.sum(axis=0)
        dx[:, t] = dz @ W.T
        carried = dz @ U.T
    return dW, dU, db, dx, carried

# %% nothing-carried: What comes back from the next step was not added to the direct slope.
def bptt(x, h0, W, U, states, G):
    dW, dU, db = np.zeros_like(W), np.zeros_like(U), np.zeros(U.shape[1])
    dx, carried = np.empty(x.shape), np.zeros(h0.shape)
    for t in reversed(range(x.shape[1])):
        before = states[:, t - 1] if t > 0 else h0
        dz = G[:, t] * (1 - states[:, t] ** 2)
        dW += x[:, t].T @ dz
        dU += before.T @ dz
        db += dz.sum(axis=0)
        dx[:, t] = dz @ W.T
        carried = dz @ U.T
    return dW, dU, db, dx, carried

# %% not-transposed: U was not transposed on the way back.
def bptt(x, h0, W, U, states, G):
    dW, dU, db = np.zeros_like(W), np.zeros_like(U), np.zeros(U.shape[1])
    dx, carried = np.empty(x.shape), np.zeros(h0.shape)
    for t in reversed(range(x.shape[1])):
        before = states[:, t - 1] if t > 0 else h0
        dz = (G[:, t] + carried) * (1 - states[:, t] ** 2)
        dW += x[:, t].T @ dz
        dU += before.T @ dz
        db += dz.sum(axis=0)
        dx[:, t] = dz @ W.T
        carried = dz @ U
    return dW, dU, db, dx, carried

# %% overwritten: The slopes of each step replaced those of the steps before; they must be added up.
def bptt(x, h0, W, U, states, G):
    dW, dU, db = np.zeros_like(W), np.zeros_like(U), np.zeros(U.shape[1])
    dx, carried = np.empty(x.shape), np.zeros(h0.shape)
    for t in reversed(range(x.shape[1])):
        before = states[:, t - 1] if t > 0 else h0
        dz = (G[:, t] + carried) * (1 - states[:, t] ** 2)
        dW = x[:, t].T @ dz
        dU = before.T @ dz
        db = dz.sum(axis=0)
        dx[:, t] = dz @ W.T
        carried = dz @ U.T
    return dW, dU, db, dx, carried

# %% averaged: The slopes were averaged over the steps; they add up.
def bptt(x, h0, W, U, states, G):
    dW, dU, db = np.zeros_like(W), np.zeros_like(U), np.zeros(U.shape[1])
    dx, carried = np.empty(x.shape), np.zeros(h0.shape)
    for t in reversed(range(x.shape[1])):
        before = states[:, t - 1] if t > 0 else h0
        dz = (G[:, t] + carried) * (1 - states[:, t] ** 2)
        dW += x[:, t].T @ dz
        dU += before.T @ dz
        db += dz.sum(axis=0)
        dx[:, t] = dz @ W.T
        carried = dz @ U.T
    T = x.shape[1]
    return dW / T, dU / T, db / T, dx, carried

# %% batch-averaged: The slopes were averaged over the batch; G contains the 1/n already.
def bptt(x, h0, W, U, states, G):
    dW, dU, db = np.zeros_like(W), np.zeros_like(U), np.zeros(U.shape[1])
    dx, carried = np.empty(x.shape), np.zeros(h0.shape)
    for t in reversed(range(x.shape[1])):
        before = states[:, t - 1] if t > 0 else h0
        dz = (G[:, t] + carried) * (1 - states[:, t] ** 2)
        dW += x[:, t].T @ dz
        dU += before.T @ dz
        db += dz.sum(axis=0)
        dx[:, t] = dz @ W.T
        carried = dz @ U.T
    n = len(x)
    return dW / n, dU / n, db / n, dx, carried

# %% written-into: G was written into; an argument must stay as it was.
def bptt(x, h0, W, U, states, G):
    dW, dU, db = np.zeros_like(W), np.zeros_like(U), np.zeros(U.shape[1])
    dx, carried = np.empty(x.shape), np.zeros(h0.shape)
    for t in reversed(range(x.shape[1])):
        before = states[:, t - 1] if t > 0 else h0
        G[:, t] += carried
        dz = G[:, t] * (1 - states[:, t] ** 2)
        dW += x[:, t].T @ dz
        dU += before.T @ dz
        db += dz.sum(axis=0)
        dx[:, t] = dz @ W.T
        carried = dz @ U.T
    return dW, dU, db, dx, carried

# %% not-through-u: What goes back from step to step was not multiplied by U.
def bptt(x, h0, W, U, states, G):
    dW, dU, db = np.zeros_like(W), np.zeros_like(U), np.zeros(U.shape[1])
    dx, carried = np.empty(x.shape), np.zeros(h0.shape)
    for t in reversed(range(x.shape[1])):
        before = states[:, t - 1] if t > 0 else h0
        dz = (G[:, t] + carried) * (1 - states[:, t] ** 2)
        dW += x[:, t].T @ dz
        dU += before.T @ dz
        db += dz.sum(axis=0)
        dx[:, t] = dz @ W.T
        carried = dz
    return dW, dU, db, dx, carried
