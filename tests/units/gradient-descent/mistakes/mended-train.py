# %% memory-reset: The memory still begins anew in every epoch.
def mended_train(X, y, theta, rate, beta, orders, size):
    history = [theta]
    for order in orders:
        v = np.zeros_like(theta)
        for k in range(0, len(order), size):
            rows = order[k : k + size]
            v = beta * v + 2 * X[rows].T @ (X[rows] @ theta - y[rows]) / len(rows)
            theta = theta - rate * v
        history.append(theta)
    return theta, np.array(history)
# %% divided-by-size: The last, shorter batch is still divided by size.
def mended_train(X, y, theta, rate, beta, orders, size):
    history, v = [theta], np.zeros_like(theta)
    for order in orders:
        for k in range(0, len(order), size):
            rows = order[k : k + size]
            v = beta * v + 2 * X[rows].T @ (X[rows] @ theta - y[rows]) / size
            theta = theta - rate * v
        history.append(theta)
    return theta, np.array(history)
# %% one-array: The history still holds one array many times.
def mended_train(X, y, theta, rate, beta, orders, size):
    theta = theta.copy()
    history, v = [theta], np.zeros_like(theta)
    for order in orders:
        for k in range(0, len(order), size):
            rows = order[k : k + size]
            v = beta * v + 2 * X[rows].T @ (X[rows] @ theta - y[rows]) / len(rows)
            theta -= rate * v
        history.append(theta)
    return theta, np.array(history)
# %% start-changed: The history is right, but the caller's start is still changed.
def mended_train(X, y, theta, rate, beta, orders, size):
    history, v = [theta.copy()], np.zeros_like(theta)
    for order in orders:
        for k in range(0, len(order), size):
            rows = order[k : k + size]
            v = beta * v + 2 * X[rows].T @ (X[rows] @ theta - y[rows]) / len(rows)
            theta -= rate * v
        history.append(theta.copy())
    return theta, np.array(history)
# %% two-left: The memory and the last batch are still wrong.
def mended_train(X, y, theta, rate, beta, orders, size):
    history = [theta]
    for order in orders:
        v = np.zeros_like(theta)
        for k in range(0, len(order), size):
            rows = order[k : k + size]
            v = beta * v + 2 * X[rows].T @ (X[rows] @ theta - y[rows]) / size
            theta = theta - rate * v
        history.append(theta)
    return theta, np.array(history)
# %% divided-by-all: The gradient was divided by the number of all samples.
def mended_train(X, y, theta, rate, beta, orders, size):
    history, v = [theta], np.zeros_like(theta)
    for order in orders:
        for k in range(0, len(order), size):
            rows = order[k : k + size]
            v = beta * v + 2 * X[rows].T @ (X[rows] @ theta - y[rows]) / len(X)
            theta = theta - rate * v
        history.append(theta)
    return theta, np.array(history)
# %% short-batch-dropped: The last, shorter batch was dropped.
def mended_train(X, y, theta, rate, beta, orders, size):
    history, v = [theta], np.zeros_like(theta)
    for order in orders:
        for k in range(0, len(order) - size + 1, size):
            rows = order[k : k + size]
            v = beta * v + 2 * X[rows].T @ (X[rows] @ theta - y[rows]) / len(rows)
            theta = theta - rate * v
        history.append(theta)
    return theta, np.array(history)
# %% per-update: The history has an entry for every update instead of every epoch.
def mended_train(X, y, theta, rate, beta, orders, size):
    history, v = [theta], np.zeros_like(theta)
    for order in orders:
        for k in range(0, len(order), size):
            rows = order[k : k + size]
            v = beta * v + 2 * X[rows].T @ (X[rows] @ theta - y[rows]) / len(rows)
            theta = theta - rate * v
            history.append(theta)
    return theta, np.array(history)
# %% two-lost: The factor 2 of the squared error was lost on the way.
def mended_train(X, y, theta, rate, beta, orders, size):
    history, v = [theta], np.zeros_like(theta)
    for order in orders:
        for k in range(0, len(order), size):
            rows = order[k : k + size]
            v = beta * v + X[rows].T @ (X[rows] @ theta - y[rows]) / len(rows)
            theta = theta - rate * v
        history.append(theta)
    return theta, np.array(history)
# %% memory-removed: The memory was taken out altogether.
def mended_train(X, y, theta, rate, beta, orders, size):
    history = [theta]
    for order in orders:
        for k in range(0, len(order), size):
            rows = order[k : k + size]
            theta = theta - rate * 2 * X[rows].T @ (X[rows] @ theta - y[rows]) / len(rows)
        history.append(theta)
    return theta, np.array(history)
# %% order-ignored: The samples were taken in the order of the rows.
def mended_train(X, y, theta, rate, beta, orders, size):
    history, v = [theta], np.zeros_like(theta)
    for order in orders:
        for k in range(0, len(order), size):
            rows = np.arange(len(order))[k : k + size]
            v = beta * v + 2 * X[rows].T @ (X[rows] @ theta - y[rows]) / len(rows)
            theta = theta - rate * v
        history.append(theta)
    return theta, np.array(history)
# %% memory-for-ever: The memory outlives the call, so a second run begins with that of the first.
_memory = {}
def mended_train(X, y, theta, rate, beta, orders, size):
    history, v = [theta], _memory.get(len(theta), np.zeros_like(theta))
    for order in orders:
        for k in range(0, len(order), size):
            rows = order[k : k + size]
            v = beta * v + 2 * X[rows].T @ (X[rows] @ theta - y[rows]) / len(rows)
            theta = theta - rate * v
        history.append(theta)
    _memory[len(theta)] = v
    return theta, np.array(history)
# %% averaged: The memory was turned into an average.
def mended_train(X, y, theta, rate, beta, orders, size):
    history, v = [theta], np.zeros_like(theta)
    for order in orders:
        for k in range(0, len(order), size):
            rows = order[k : k + size]
            g = 2 * X[rows].T @ (X[rows] @ theta - y[rows]) / len(rows)
            v = beta * v + (1 - beta) * g
            theta = theta - rate * v
        history.append(theta)
    return theta, np.array(history)
