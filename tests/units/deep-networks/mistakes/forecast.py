# %% inputs-halved: The inputs have passed no activation function, so nothing of them is lost before the first layer.
def forecast(widths, variances, kept):
    L = len(variances)
    forward, backward = np.ones(L), np.ones(L)
    forward[0] = kept * widths[0] * variances[0]
    for k in range(1, L):
        forward[k] = kept * widths[k] * variances[k] * forward[k - 1]
    for k in range(L - 2, -1, -1):
        backward[k] = kept * widths[k + 2] * variances[k + 1] * backward[k + 1]
    return forward, backward
# %% nothing-lost: The function between two layers lets only `kept` of a mean square through, in both directions.
def forecast(widths, variances, kept):
    L = len(variances)
    forward, backward = np.ones(L), np.ones(L)
    forward[0] = widths[0] * variances[0]
    for k in range(1, L):
        forward[k] = widths[k] * variances[k] * forward[k - 1]
    for k in range(L - 2, -1, -1):
        backward[k] = widths[k + 2] * variances[k + 1] * backward[k + 1]
    return forward, backward
# %% fan-in-back: On the way back each slope adds up as many products as the layer has outputs, not inputs.
def forecast(widths, variances, kept):
    L = len(variances)
    forward, backward = np.ones(L), np.ones(L)
    forward[0] = widths[0] * variances[0]
    for k in range(1, L):
        forward[k] = kept * widths[k] * variances[k] * forward[k - 1]
    for k in range(L - 2, -1, -1):
        backward[k] = kept * widths[k + 1] * variances[k + 1] * backward[k + 1]
    return forward, backward
# %% fan-out-ahead: On the way forward each sum adds up as many products as the layer has inputs, not outputs.
def forecast(widths, variances, kept):
    L = len(variances)
    forward, backward = np.ones(L), np.ones(L)
    forward[0] = widths[1] * variances[0]
    for k in range(1, L):
        forward[k] = kept * widths[k + 1] * variances[k] * forward[k - 1]
    for k in range(L - 2, -1, -1):
        backward[k] = kept * widths[k + 2] * variances[k + 1] * backward[k + 1]
    return forward, backward
# %% own-layer: The slopes at layer k come back through layer k + 1, whose width and variance count.
def forecast(widths, variances, kept):
    L = len(variances)
    forward, backward = np.ones(L), np.ones(L)
    forward[0] = widths[0] * variances[0]
    for k in range(1, L):
        forward[k] = kept * widths[k] * variances[k] * forward[k - 1]
    for k in range(L - 2, -1, -1):
        backward[k] = kept * widths[k + 1] * variances[k] * backward[k + 1]
    return forward, backward
# %% back-reversed: The slopes were listed from the last layer to the first.
def forecast(widths, variances, kept):
    L = len(variances)
    forward, backward = np.ones(L), np.ones(L)
    forward[0] = widths[0] * variances[0]
    for k in range(1, L):
        forward[k] = kept * widths[k] * variances[k] * forward[k - 1]
    for k in range(L - 2, -1, -1):
        backward[k] = kept * widths[k + 2] * variances[k + 1] * backward[k + 1]
    return forward, backward[::-1]
# %% roots: These are root mean squares; the mean squares themselves are asked for.
def forecast(widths, variances, kept):
    L = len(variances)
    forward, backward = np.ones(L), np.ones(L)
    forward[0] = widths[0] * variances[0]
    for k in range(1, L):
        forward[k] = kept * widths[k] * variances[k] * forward[k - 1]
    for k in range(L - 2, -1, -1):
        backward[k] = kept * widths[k + 2] * variances[k + 1] * backward[k + 1]
    return np.sqrt(forward), np.sqrt(backward)
