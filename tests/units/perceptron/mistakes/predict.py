# %% strict: z > 0 was tested instead of z >= 0
def predict(X, W, b):
    return (X.astype(float) @ W.astype(float) + b > 0).astype(int)

# %% booleans: True and False were returned instead of 1 and 0
def predict(X, W, b):
    return X.astype(float) @ W.astype(float) + b >= 0

# %% no-bias: the biases were left out
def predict(X, W, b):
    return (X.astype(float) @ W.astype(float) >= 0).astype(int)

# %% bias-down: the biases were added along the samples instead of along the neurons
def predict(X, W, b):
    z = X.astype(float) @ W.astype(float)
    b = np.resize(b, len(z))
    return (z + b[:, None] >= 0).astype(int)

# %% sign: np.sign gives -1, 0 and 1
def predict(X, W, b):
    return np.sign(X.astype(float) @ W.astype(float) + b).astype(int)

# %% squeezed: axes of length one were dropped
def predict(X, W, b):
    return np.squeeze((X.astype(float) @ W.astype(float) + b >= 0).astype(int))

# %% transposed: the weights were transposed, as if each row were a neuron
def predict(X, W, b):
    return (X.astype(float) @ W.astype(float).T + b >= 0).astype(int)

# %% overflow: the products were made in 8-bit integers
def predict(X, W, b):
    return (X @ W + b >= 0).astype(int)

# %% rounded: the sums were rounded before the step, so that small negative sums count as zero
def predict(X, W, b):
    return (np.round(X.astype(float) @ W.astype(float) + b) >= 0).astype(int)

# %% first-neuron: only the first neuron's bias was used, for all of them
def predict(X, W, b):
    return (X.astype(float) @ W.astype(float) + b[0] >= 0).astype(int)

# %% lists: the predictions came back as a list of lists
def predict(X, W, b):
    return (X.astype(float) @ W.astype(float) + b >= 0).astype(int).tolist()

# %% sigmoid: the threshold was put on the sigmoid, which is 0.5 for very small negative sums too
def predict(X, W, b):
    with np.errstate(over="ignore"):
        return (1 / (1 + np.exp(-(X.astype(float) @ W.astype(float) + b))) >= 0.5).astype(int)

# %% bias-as-column: the biases were made a column, one per sample
def predict(X, W, b):
    return (X.astype(float) @ W.astype(float) + b[:, None] >= 0).astype(int)
