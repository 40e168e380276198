# %% no-root: The root of d divides the scores, and so it divides the slopes of queries and keys.
def slopes(Q, K, V, G):
    A = softmax(Q @ K.transpose(0, 2, 1) / np.sqrt(Q.shape[2]))
    dA = G @ V.transpose(0, 2, 1)
    dS = A * (dA - (A * dA).sum(axis=2, keepdims=True))
    return dS @ K, dS.transpose(0, 2, 1) @ Q, A.transpose(0, 2, 1) @ G

# %% root-twice: The slopes were divided by d; the scores are divided by its root, once.
def slopes(Q, K, V, G):
    A = softmax(Q @ K.transpose(0, 2, 1) / np.sqrt(Q.shape[2]))
    dA = G @ V.transpose(0, 2, 1)
    dS = A * (dA - (A * dA).sum(axis=2, keepdims=True)) / Q.shape[2]
    return dS @ K, dS.transpose(0, 2, 1) @ Q, A.transpose(0, 2, 1) @ G

# %% no-mean: The weighted mean was not taken away: raising one score lowers all other weights of its query.
def slopes(Q, K, V, G):
    root = np.sqrt(Q.shape[2])
    A = softmax(Q @ K.transpose(0, 2, 1) / root)
    dS = A * (G @ V.transpose(0, 2, 1)) / root
    return dS @ K, dS.transpose(0, 2, 1) @ Q, A.transpose(0, 2, 1) @ G

# %% own-score-only: Each weight was treated as if it depended on its own score only.
def slopes(Q, K, V, G):
    root = np.sqrt(Q.shape[2])
    A = softmax(Q @ K.transpose(0, 2, 1) / root)
    dS = A * (1 - A) * (G @ V.transpose(0, 2, 1)) / root
    return dS @ K, dS.transpose(0, 2, 1) @ Q, A.transpose(0, 2, 1) @ G

# %% no-softmax: The way through the softmax is missing.
def slopes(Q, K, V, G):
    root = np.sqrt(Q.shape[2])
    A = softmax(Q @ K.transpose(0, 2, 1) / root)
    dS = G @ V.transpose(0, 2, 1) / root
    return dS @ K, dS.transpose(0, 2, 1) @ Q, A.transpose(0, 2, 1) @ G

# %% plain-mean: The mean of the slopes is weighted by the weights; here it was a plain one.
def slopes(Q, K, V, G):
    root = np.sqrt(Q.shape[2])
    A = softmax(Q @ K.transpose(0, 2, 1) / root)
    dA = G @ V.transpose(0, 2, 1)
    dS = A * (dA - dA.mean(axis=2, keepdims=True)) / root
    return dS @ K, dS.transpose(0, 2, 1) @ Q, A.transpose(0, 2, 1) @ G

# %% over-queries: The mean was taken over the queries; it runs along the keys.
def slopes(Q, K, V, G):
    root = np.sqrt(Q.shape[2])
    A = softmax(Q @ K.transpose(0, 2, 1) / root)
    dA = G @ V.transpose(0, 2, 1)
    dS = A * (dA - (A * dA).sum(axis=1, keepdims=True)) / root
    return dS @ K, dS.transpose(0, 2, 1) @ Q, A.transpose(0, 2, 1) @ G

# %% not-transposed: The slopes of the scores were not transposed on their way to the keys.
def slopes(Q, K, V, G):
    root = np.sqrt(Q.shape[2])
    A = softmax(Q @ K.transpose(0, 2, 1) / root)
    dA = G @ V.transpose(0, 2, 1)
    dS = A * (dA - (A * dA).sum(axis=2, keepdims=True)) / root
    dK = dS @ Q if Q.shape == K.shape else dS.transpose(0, 2, 1) @ Q
    return dS @ K, dK, A.transpose(0, 2, 1) @ G

# %% first-query: Keys and values got the slopes of the first query only; those of all queries are added up.
def slopes(Q, K, V, G):
    root = np.sqrt(Q.shape[2])
    A = softmax(Q @ K.transpose(0, 2, 1) / root)
    dA = G @ V.transpose(0, 2, 1)
    dS = A * (dA - (A * dA).sum(axis=2, keepdims=True)) / root
    return dS @ K, dS[:, :1].transpose(0, 2, 1) @ Q[:, :1], A[:, :1].transpose(0, 2, 1) @ G[:, :1]
