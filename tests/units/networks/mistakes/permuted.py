# %% rows-stay: The rows of the next layer were left where they were.
def permuted(layers, orders):
    ends = [*orders, np.arange(len(layers[-1][1]))]
    return [(W[:, order], b[order]) for (W, b), order in zip(layers, ends)]

# %% biases-stay: The biases were left where they were.
def permuted(layers, orders):
    result, rows = [], np.arange(len(layers[0][0]))
    for (W, b), order in zip(layers, [*orders, np.arange(len(layers[-1][1]))]):
        result.append((W[rows][:, order], b.copy()))
        rows = order
    return result

# %% inverse: The inverse orders were used: old unit j went to place order[j].
def permuted(layers, orders):
    result, rows = [], np.arange(len(layers[0][0]))
    for (W, b), order in zip(layers, [*orders, np.arange(len(layers[-1][1]))]):
        order = np.argsort(order)
        result.append((W[rows][:, order], b[order]))
        rows = order
    return result

# %% inverse-rows: The rows of the next layer were put in the inverse order.
def permuted(layers, orders):
    result, rows = [], np.arange(len(layers[0][0]))
    for (W, b), order in zip(layers, [*orders, np.arange(len(layers[-1][1]))]):
        result.append((W[np.argsort(rows)][:, order], b[order]))
        rows = order
    return result

# %% rows-for-columns: The rows of a layer were moved with its own order instead of its columns.
def permuted(layers, orders):
    result = [(W.copy(), b.copy()) for W, b in layers]
    for level, order in enumerate(orders):
        W, b = result[level]
        if W.shape[0] == len(order):
            W = W[order]
        result[level] = W, b[order]
        after, c = result[level + 1]
        result[level + 1] = after[order], c
    return result

# %% first-only: Only the first hidden layer was permuted.
def permuted(layers, orders):
    result = [(W.copy(), b.copy()) for W, b in layers]
    if orders:
        (W, b), (after, c), order = result[0], result[1], orders[0]
        result[0], result[1] = (W[:, order], b[order]), (after[order], c)
    return result

# %% outputs-too: The outputs were put in another order as well.
def permuted(layers, orders):
    last = np.arange(len(layers[-1][1]))[::-1]
    result, rows = [], np.arange(len(layers[0][0]))
    for (W, b), order in zip(layers, [*orders, last]):
        result.append((W[rows][:, order], b[order]))
        rows = order
    return result

# %% own-list: The given list was changed instead of a new one made.
def permuted(layers, orders):
    for level, order in enumerate(orders):
        (W, b), (after, c) = layers[level], layers[level + 1]
        W[:], b[:], after[:] = W[:, order], b[order], after[order]
    return layers

# %% columns-only-between: The columns of the middle layers were left where they were.
def permuted(layers, orders):
    result, rows = [], np.arange(len(layers[0][0]))
    for level, ((W, b), order) in enumerate(zip(layers, [*orders, np.arange(len(layers[-1][1]))])):
        columns = order if level == 0 else np.arange(len(b))
        result.append((W[rows][:, columns], b[order]))
        rows = order
    return result
