# %% neuron
# The chapter's neuron, as it is.

# %% predict
def predict(X, W, b):
    return step(neuron(X, W, b))

# %% signed-distance
def signed_distance(X, w, b):
    return np.array([neuron(x, w, b) / np.sqrt(w @ w) for x in X])

# %% trace
def trace():
    return run(np.array([[2, 1], [-1, 0], [3, 0], [1, 2]]), np.array([0, 0, 1, 1]), 4)

# %% one-epoch
def one_epoch(X, y, w, b, rate):
    wrong = 0
    for x, t in zip(X, y):
        w, b, error = learn(w, b, x, t, rate)
        wrong += abs(error)
    return w, b, wrong

# %% fit
def fit(X, y, run_epoch, rate=1.0, max_epochs=100):
    return run(X, y, max_epochs)

# %% mistake-bound
def mistake_bound(X, y, w, b):
    margins = [(2 * t - 1) * neuron(x, w, b) for x, t in zip(X, y)]
    return (max(np.sqrt(x @ x + 1) for x in X) / min(margins)) ** 2

# %% pocket
def pocket(X, y, rate, epochs):
    w, b, mistakes = run(X, y, epochs)
    return w, b, min(mistakes)

# %% gates
def gates():
    return {"majority": ([1, 1, 1], -1.5), "implies": ([-1, -1], 1.5), "key": ([1, 1, 1], -0.5)}

# %% with-interactions
def with_interactions(X):
    return np.column_stack([X, X[:, 0] * X[:, 1]])

# %% parity-network
def parity_network(n):
    return np.array([[1, -1]] * n), np.array([-0.5, 1.5]), np.array([1, 1]), -1.5

# %% needs-bias
def needs_bias():
    X = np.array([[0, 0], [0, 1], [1, 0]])
    return X, np.array([0, 1, 1]), np.array([1, 1]), -0.5
