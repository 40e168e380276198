# %% unroll
def unroll(x, lengths, h0, W, U, b):
    states = np.zeros((x.shape[0], x.shape[1], U.shape[0]))
    for i in range(len(x)):
        h = h0[i].copy()
        for t in range(x.shape[1]):
            if t < lengths[i]:
                h = np.tanh(W.T @ x[i, t] + U.T @ h + b)
            states[i, t] = h
    return states

# %% bptt
def bptt(x, h0, W, U, states, G):
    n, T, d = x.shape
    k = len(U)
    dW, dU, db = np.zeros((d, k)), np.zeros((k, k)), np.zeros(k)
    dx, dh0 = np.zeros((n, T, d)), np.zeros((n, k))
    for i in range(n):
        back = np.zeros(k)
        for t in range(T - 1, -1, -1):
            z = (back + G[i, t]) * (1 - states[i, t]) * (1 + states[i, t])
            previous = h0[i] if t == 0 else states[i, t - 1]
            dW += np.outer(x[i, t], z)
            dU += np.outer(previous, z)
            db += z
            dx[i, t] = W @ z
            back = U @ z
        dh0[i] = back
    return dW, dU, db, dx, dh0

# %% horizon
def horizon(U, slope, floor):
    s = slope * max(np.linalg.svd(U)[1])
    if s >= 1:
        return np.inf
    steps, bound = 0, s
    while bound >= floor:
        steps, bound = steps + 1, bound * s
    return steps

# %% switch
def switch():
    return np.array([[6.0], [-11.5]]), np.array([[3.5]]), np.array([0.1])

# %% lstm-step
def lstm_step(x, h, c, W, U, b, order):
    n, k = h.shape
    new_h, new_c = np.zeros((n, k)), np.zeros((n, k))
    for r in range(n):
        z = W.T @ x[r] + U.T @ h[r] + b
        part = {}
        for p in range(4):
            part[order[p]] = z[p * k : (p + 1) * k]
        for j in range(k):
            i, f, o = [1 / (1 + np.exp(-part[letter][j])) for letter in ("i", "f", "o")]
            new_c[r, j] = f * c[r, j] + i * np.tanh(part["c"][j])
            new_h[r, j] = o * np.tanh(new_c[r, j])
    return new_h, new_c

# %% gru-step
def gru_step(x, h, W, U, b, after):
    k = h.shape[1]
    new = np.zeros(h.shape)
    for i in range(len(h)):
        a = W.T @ x[i] + b[0]
        u = U.T @ h[i] + b[1]
        z = 1 / (1 + np.exp(-(a[:k] + u[:k])))
        r = 1 / (1 + np.exp(-(a[k : 2 * k] + u[k : 2 * k])))
        if after:
            c = np.tanh(a[2 * k :] + r * u[2 * k :])
        else:
            c = np.tanh(a[2 * k :] + U[:, 2 * k :].T @ (r * h[i]) + b[1, 2 * k :])
        new[i] = c + z * (h[i] - c)
    return new

# %% windows
def windows(series, width, horizon, split):
    x_train, y_train, x_test, y_test = [], [], [], []
    for s in range(len(series)):
        target = s + width + horizon - 1
        if target >= len(series):
            break
        if target < split:
            x_train.append(series[s : s + width])
            y_train.append(series[target])
        else:
            x_test.append(series[s : s + width])
            y_test.append(series[target])
    if not x_train or not x_test:
        raise ValueError("one side is empty")
    return np.array(x_train), np.array(y_train), np.array(x_test), np.array(y_test)

# %% mended-forecast
def mended_forecast(series, origin, weights, bias, steps):
    mean = np.mean(series[:origin])
    deviation = np.std(series[:origin])
    values = [(v - mean) / deviation for v in series[:origin]]
    answers = []
    for _ in range(steps):
        total = bias
        for j in range(len(weights)):
            total += weights[j] * values[len(values) - len(weights) + j]
        values.append(total)
        answers.append(total * deviation + mean)
    return np.array(answers)
