# %% whole-root: The scores were divided by the root of all columns; a head divides by that of its own.
def multi_head(x, z, Wq, Wk, Wv, Wo, heads):
    def split(a):
        return a.reshape(*a.shape[:2], heads, -1).transpose(0, 2, 1, 3)

    Q, K, V = split(x @ Wq), split(z @ Wk), split(z @ Wv)
    weights = softmax(Q @ K.transpose(0, 1, 3, 2) / np.sqrt(Wq.shape[1]))
    contexts = (weights @ V).transpose(0, 2, 1, 3)
    return contexts.reshape(*x.shape[:2], -1) @ Wo, weights

# %% no-transpose: A reshape alone does not move the heads in front of the positions; it cuts across them.
def multi_head(x, z, Wq, Wk, Wv, Wo, heads):
    def split(a):
        return a.reshape(len(a), heads, a.shape[1], -1)

    Q, K, V = split(x @ Wq), split(z @ Wk), split(z @ Wv)
    weights = softmax(Q @ K.transpose(0, 1, 3, 2) / np.sqrt(Q.shape[3]))
    return (weights @ V).transpose(0, 2, 1, 3).reshape(*x.shape[:2], -1) @ Wo, weights

# %% interleaved: The columns were dealt out in turn; a head has columns side by side.
def multi_head(x, z, Wq, Wk, Wv, Wo, heads):
    def split(a):
        return a.reshape(*a.shape[:2], -1, heads).transpose(0, 3, 1, 2)

    Q, K, V = split(x @ Wq), split(z @ Wk), split(z @ Wv)
    weights = softmax(Q @ K.transpose(0, 1, 3, 2) / np.sqrt(Q.shape[3]))
    contexts = (weights @ V).transpose(0, 2, 1, 3)
    return contexts.reshape(*x.shape[:2], -1) @ Wo, weights

# %% joined-wrongly: The contexts were put together without moving the heads back behind the positions.
def multi_head(x, z, Wq, Wk, Wv, Wo, heads):
    def split(a):
        return a.reshape(*a.shape[:2], heads, -1).transpose(0, 2, 1, 3)

    Q, K, V = split(x @ Wq), split(z @ Wk), split(z @ Wv)
    weights = softmax(Q @ K.transpose(0, 1, 3, 2) / np.sqrt(Q.shape[3]))
    return (weights @ V).reshape(*x.shape[:2], -1) @ Wo, weights

# %% features-first: The contexts stand feature by feature; head 0 comes first with all of its features.
def multi_head(x, z, Wq, Wk, Wv, Wo, heads):
    def split(a):
        return a.reshape(*a.shape[:2], heads, -1).transpose(0, 2, 1, 3)

    Q, K, V = split(x @ Wq), split(z @ Wk), split(z @ Wv)
    weights = softmax(Q @ K.transpose(0, 1, 3, 2) / np.sqrt(Q.shape[3]))
    contexts = (weights @ V).transpose(0, 2, 3, 1)
    return contexts.reshape(*x.shape[:2], -1) @ Wo, weights

# %% no-output: The last matrix is missing.
def multi_head(x, z, Wq, Wk, Wv, Wo, heads):
    def split(a):
        return a.reshape(*a.shape[:2], heads, -1).transpose(0, 2, 1, 3)

    Q, K, V = split(x @ Wq), split(z @ Wk), split(z @ Wv)
    weights = softmax(Q @ K.transpose(0, 1, 3, 2) / np.sqrt(Q.shape[3]))
    return (weights @ V).transpose(0, 2, 1, 3).reshape(*x.shape[:2], -1), weights

# %% one-head: One head did all the work; the features must be split before the scores are computed.
def multi_head(x, z, Wq, Wk, Wv, Wo, heads):
    Q, K, V = x @ Wq, z @ Wk, z @ Wv
    weights = softmax(Q @ K.transpose(0, 2, 1) / np.sqrt(Q.shape[2] / heads))
    return weights @ V @ Wo, np.repeat(weights[:, None], heads, axis=1)

# %% queries-axis: The softmax ran along the queries; it runs along the keys.
def multi_head(x, z, Wq, Wk, Wv, Wo, heads):
    def split(a):
        return a.reshape(*a.shape[:2], heads, -1).transpose(0, 2, 1, 3)

    Q, K, V = split(x @ Wq), split(z @ Wk), split(z @ Wv)
    weights = softmax(K @ Q.transpose(0, 1, 3, 2) / np.sqrt(Q.shape[3])).transpose(0, 1, 3, 2)
    contexts = (weights @ V).transpose(0, 2, 1, 3)
    return contexts.reshape(*x.shape[:2], -1) @ Wo, weights

# %% overflow: The exponentials overflow; subtract the largest score first, or use the given softmax.
def multi_head(x, z, Wq, Wk, Wv, Wo, heads):
    def split(a):
        return a.reshape(*a.shape[:2], heads, -1).transpose(0, 2, 1, 3)

    Q, K, V = split(x @ Wq), split(z @ Wk), split(z @ Wv)
    e = np.exp(Q @ K.transpose(0, 1, 3, 2) / np.sqrt(Q.shape[3]))
    weights = e / e.sum(axis=3, keepdims=True)
    contexts = (weights @ V).transpose(0, 2, 1, 3)
    return contexts.reshape(*x.shape[:2], -1) @ Wo, weights
