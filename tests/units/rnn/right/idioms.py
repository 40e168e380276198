# %% unroll
def unroll(x, lengths, h0, W, U, b):
    h, states = h0.copy(), []
    given = x @ W + b
    for t in range(x.shape[1]):
        rows = lengths > t
        h = h.copy()
        h[rows] = np.tanh(given[rows, t] + h[rows] @ U)
        states.append(h)
    return np.stack(states, axis=1)

# %% bptt
def bptt(x, h0, W, U, states, G):
    before = np.concatenate([h0[:, None], states], axis=1)[:, :-1]
    D, back = np.zeros_like(states), np.zeros_like(h0)
    for t in range(x.shape[1])[::-1]:
        D[:, t] = (1 - np.square(states[:, t])) * (back + G[:, t])
        back = D[:, t] @ U.T
    dW = np.einsum("nti,ntj->ij", x, D)
    dU = np.einsum("nti,ntj->ij", before, D)
    return dW, dU, np.einsum("ntj->j", D), np.einsum("ntj,ij->nti", D, W), back

# %% horizon
def horizon(U, slope, floor):
    s = slope * np.sqrt(np.linalg.eigvalsh(U.T @ U)[-1].clip(0))
    if s == 0:
        return 0
    return np.inf if s >= 1 else np.floor(np.log(floor) / np.log(s))

# %% switch
def switch():
    return np.array([[4.8], [-9.6]]), np.array([[2.8]]), np.zeros(1)

# %% lstm-step
def lstm_step(x, h, c, W, U, b, order):
    k = h.shape[1]
    z = np.concatenate([x, h], axis=1) @ np.concatenate([W, U], axis=0) + b
    columns = {letter: slice(order.index(letter) * k, (order.index(letter) + 1) * k) for letter in order}
    gate = 0.5 + 0.5 * np.tanh(z / 2)
    new = gate[:, columns["f"]] * c + gate[:, columns["i"]] * np.tanh(z[:, columns["c"]])
    return gate[:, columns["o"]] * np.tanh(new), new

# %% gru-step
def gru_step(x, h, W, U, b, after):
    (az, ar, ac), (Uz, Ur, Uc) = np.split(x @ W + b[0], 3, axis=1), np.split(U, 3, axis=1)
    bz, br, bc = np.split(b[1], 3)
    z, r = 0.5 * (1 + np.tanh((az + h @ Uz + bz) / 2)), 0.5 * (1 + np.tanh((ar + h @ Ur + br) / 2))
    c = np.tanh(ac + r * (h @ Uc + bc)) if after else np.tanh(ac + (r * h) @ Uc + bc)
    return (1 - z) * c + z * h

# %% windows
def windows(series, width, horizon, split):
    last = np.arange(width - 1, len(series) - horizon)
    target = last + horizon
    early = target < split
    if early.all() or not early.any():
        raise ValueError("one side is empty")
    x = series[last[:, None] + np.arange(1 - width, 1)]
    y = series[target]
    return x[early], y[early], x[~early], y[~early]

# %% mended-forecast
def mended_forecast(series, origin, weights, bias, steps):
    known = series[:origin]
    scaled = np.concatenate([(known - known.mean()) / known.std(), np.zeros(steps)])
    for t in range(origin, origin + steps):
        scaled[t] = np.dot(weights, scaled[t - len(weights) : t]) + bias
    return known.mean() + known.std() * scaled[origin:]
