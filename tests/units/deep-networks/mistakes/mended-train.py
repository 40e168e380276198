# %% momentum-swapped: Momentum is still the share of the new value; it should be that of the old one.
def mended_train(X, y, start, orders, size, rate, momentum, X_val, y_val):
    W, gamma, beta, v, c = (start[name] for name in ("W", "gamma", "beta", "v", "c"))
    mean, var, losses = np.zeros(len(gamma)), np.ones(len(gamma)), []
    for order in orders:
        for k in range(0, len(order), size):
            rows = order[k : k + size]
            z = X[rows] @ W
            batch_mean, batch_var = z.mean(axis=0), z.var(axis=0)
            mean = (1 - momentum) * mean + momentum * batch_mean
            var = (1 - momentum) * var + momentum * batch_var
            sigma = np.sqrt(batch_var + 1e-3)
            u = (z - batch_mean) / sigma
            s = gamma * u + beta
            h = np.maximum(s, 0)
            d = 2 * (h @ v + c - y[rows]) / len(rows)
            d_s = np.outer(d, v) * (s > 0)
            d_u = d_s * gamma
            d_z = (d_u - d_u.mean(axis=0) - u * (d_u * u).mean(axis=0)) / sigma
            W, v, c = W - rate * X[rows].T @ d_z, v - rate * h.T @ d, c - rate * d.sum()
            gamma, beta = gamma - rate * (d_s * u).sum(axis=0), beta - rate * d_s.sum(axis=0)
        u = (X_val @ W - mean) / np.sqrt(var + 1e-3)
        said = np.maximum(gamma * u + beta, 0) @ v + c
        losses.append(np.mean((said - y_val) ** 2))
    return {"W": W, "gamma": gamma, "beta": beta, "v": v, "c": c, "mean": mean, "var": var, "losses": losses}
# %% constants: Mean and variance are still taken as constants on the way back.
def mended_train(X, y, start, orders, size, rate, momentum, X_val, y_val):
    W, gamma, beta, v, c = (start[name] for name in ("W", "gamma", "beta", "v", "c"))
    mean, var, losses = np.zeros(len(gamma)), np.ones(len(gamma)), []
    for order in orders:
        for k in range(0, len(order), size):
            rows = order[k : k + size]
            z = X[rows] @ W
            batch_mean, batch_var = z.mean(axis=0), z.var(axis=0)
            mean = momentum * mean + (1 - momentum) * batch_mean
            var = momentum * var + (1 - momentum) * batch_var
            sigma = np.sqrt(batch_var + 1e-3)
            u = (z - batch_mean) / sigma
            s = gamma * u + beta
            h = np.maximum(s, 0)
            d = 2 * (h @ v + c - y[rows]) / len(rows)
            d_s = np.outer(d, v) * (s > 0)
            d_u = d_s * gamma
            d_z = d_u / sigma
            W, v, c = W - rate * X[rows].T @ d_z, v - rate * h.T @ d, c - rate * d.sum()
            gamma, beta = gamma - rate * (d_s * u).sum(axis=0), beta - rate * d_s.sum(axis=0)
        u = (X_val @ W - mean) / np.sqrt(var + 1e-3)
        said = np.maximum(gamma * u + beta, 0) @ v + c
        losses.append(np.mean((said - y_val) ** 2))
    return {"W": W, "gamma": gamma, "beta": beta, "v": v, "c": c, "mean": mean, "var": var, "losses": losses}
# %% own-statistics: The validation data are still normalised by their own mean and variance; the moving ones should be used.
def mended_train(X, y, start, orders, size, rate, momentum, X_val, y_val):
    W, gamma, beta, v, c = (start[name] for name in ("W", "gamma", "beta", "v", "c"))
    mean, var, losses = np.zeros(len(gamma)), np.ones(len(gamma)), []
    for order in orders:
        for k in range(0, len(order), size):
            rows = order[k : k + size]
            z = X[rows] @ W
            batch_mean, batch_var = z.mean(axis=0), z.var(axis=0)
            mean = momentum * mean + (1 - momentum) * batch_mean
            var = momentum * var + (1 - momentum) * batch_var
            sigma = np.sqrt(batch_var + 1e-3)
            u = (z - batch_mean) / sigma
            s = gamma * u + beta
            h = np.maximum(s, 0)
            d = 2 * (h @ v + c - y[rows]) / len(rows)
            d_s = np.outer(d, v) * (s > 0)
            d_u = d_s * gamma
            d_z = (d_u - d_u.mean(axis=0) - u * (d_u * u).mean(axis=0)) / sigma
            W, v, c = W - rate * X[rows].T @ d_z, v - rate * h.T @ d, c - rate * d.sum()
            gamma, beta = gamma - rate * (d_s * u).sum(axis=0), beta - rate * d_s.sum(axis=0)
        z = X_val @ W
        u = (z - z.mean(axis=0)) / np.sqrt(z.var(axis=0) + 1e-3)
        said = np.maximum(gamma * u + beta, 0) @ v + c
        losses.append(np.mean((said - y_val) ** 2))
    return {"W": W, "gamma": gamma, "beta": beta, "v": v, "c": c, "mean": mean, "var": var, "losses": losses}
# %% variance-missing: On the way back only the mean was mended; the way through the variance is missing.
def mended_train(X, y, start, orders, size, rate, momentum, X_val, y_val):
    W, gamma, beta, v, c = (start[name] for name in ("W", "gamma", "beta", "v", "c"))
    mean, var, losses = np.zeros(len(gamma)), np.ones(len(gamma)), []
    for order in orders:
        for k in range(0, len(order), size):
            rows = order[k : k + size]
            z = X[rows] @ W
            batch_mean, batch_var = z.mean(axis=0), z.var(axis=0)
            mean = momentum * mean + (1 - momentum) * batch_mean
            var = momentum * var + (1 - momentum) * batch_var
            sigma = np.sqrt(batch_var + 1e-3)
            u = (z - batch_mean) / sigma
            s = gamma * u + beta
            h = np.maximum(s, 0)
            d = 2 * (h @ v + c - y[rows]) / len(rows)
            d_s = np.outer(d, v) * (s > 0)
            d_u = d_s * gamma
            d_z = (d_u - d_u.mean(axis=0)) / sigma
            W, v, c = W - rate * X[rows].T @ d_z, v - rate * h.T @ d, c - rate * d.sum()
            gamma, beta = gamma - rate * (d_s * u).sum(axis=0), beta - rate * d_s.sum(axis=0)
        u = (X_val @ W - mean) / np.sqrt(var + 1e-3)
        said = np.maximum(gamma * u + beta, 0) @ v + c
        losses.append(np.mean((said - y_val) ** 2))
    return {"W": W, "gamma": gamma, "beta": beta, "v": v, "c": c, "mean": mean, "var": var, "losses": losses}
# %% one-batch: The validation data are normalised by the mean and variance of the last training batch, not by the moving ones.
def mended_train(X, y, start, orders, size, rate, momentum, X_val, y_val):
    W, gamma, beta, v, c = (start[name] for name in ("W", "gamma", "beta", "v", "c"))
    mean, var, losses = np.zeros(len(gamma)), np.ones(len(gamma)), []
    for order in orders:
        for k in range(0, len(order), size):
            rows = order[k : k + size]
            z = X[rows] @ W
            batch_mean, batch_var = z.mean(axis=0), z.var(axis=0)
            mean = momentum * mean + (1 - momentum) * batch_mean
            var = momentum * var + (1 - momentum) * batch_var
            sigma = np.sqrt(batch_var + 1e-3)
            u = (z - batch_mean) / sigma
            s = gamma * u + beta
            h = np.maximum(s, 0)
            d = 2 * (h @ v + c - y[rows]) / len(rows)
            d_s = np.outer(d, v) * (s > 0)
            d_u = d_s * gamma
            d_z = (d_u - d_u.mean(axis=0) - u * (d_u * u).mean(axis=0)) / sigma
            W, v, c = W - rate * X[rows].T @ d_z, v - rate * h.T @ d, c - rate * d.sum()
            gamma, beta = gamma - rate * (d_s * u).sum(axis=0), beta - rate * d_s.sum(axis=0)
        u = (X_val @ W - batch_mean) / sigma
        said = np.maximum(gamma * u + beta, 0) @ v + c
        losses.append(np.mean((said - y_val) ** 2))
    return {"W": W, "gamma": gamma, "beta": beta, "v": v, "c": c, "mean": mean, "var": var, "losses": losses}
# %% gamma-twice: On the way back gamma was multiplied in twice.
def mended_train(X, y, start, orders, size, rate, momentum, X_val, y_val):
    W, gamma, beta, v, c = (start[name] for name in ("W", "gamma", "beta", "v", "c"))
    mean, var, losses = np.zeros(len(gamma)), np.ones(len(gamma)), []
    for order in orders:
        for k in range(0, len(order), size):
            rows = order[k : k + size]
            z = X[rows] @ W
            batch_mean, batch_var = z.mean(axis=0), z.var(axis=0)
            mean = momentum * mean + (1 - momentum) * batch_mean
            var = momentum * var + (1 - momentum) * batch_var
            sigma = np.sqrt(batch_var + 1e-3)
            u = (z - batch_mean) / sigma
            s = gamma * u + beta
            h = np.maximum(s, 0)
            d = 2 * (h @ v + c - y[rows]) / len(rows)
            d_s = np.outer(d, v) * (s > 0)
            d_u = d_s * gamma
            d_z = gamma * (d_u - d_u.mean(axis=0) - u * (d_u * u).mean(axis=0)) / sigma
            W, v, c = W - rate * X[rows].T @ d_z, v - rate * h.T @ d, c - rate * d.sum()
            gamma, beta = gamma - rate * (d_s * u).sum(axis=0), beta - rate * d_s.sum(axis=0)
        u = (X_val @ W - mean) / np.sqrt(var + 1e-3)
        said = np.maximum(gamma * u + beta, 0) @ v + c
        losses.append(np.mean((said - y_val) ** 2))
    return {"W": W, "gamma": gamma, "beta": beta, "v": v, "c": c, "mean": mean, "var": var, "losses": losses}
# %% training-moving: In training the batches are normalised by the moving mean and variance, too; there it should be the batch's own.
def mended_train(X, y, start, orders, size, rate, momentum, X_val, y_val):
    W, gamma, beta, v, c = (start[name] for name in ("W", "gamma", "beta", "v", "c"))
    mean, var, losses = np.zeros(len(gamma)), np.ones(len(gamma)), []
    for order in orders:
        for k in range(0, len(order), size):
            rows = order[k : k + size]
            z = X[rows] @ W
            batch_mean, batch_var = z.mean(axis=0), z.var(axis=0)
            mean = momentum * mean + (1 - momentum) * batch_mean
            var = momentum * var + (1 - momentum) * batch_var
            sigma = np.sqrt(batch_var + 1e-3)
            sigma = np.sqrt(var + 1e-3)
            u = (z - mean) / sigma
            s = gamma * u + beta
            h = np.maximum(s, 0)
            d = 2 * (h @ v + c - y[rows]) / len(rows)
            d_s = np.outer(d, v) * (s > 0)
            d_u = d_s * gamma
            d_z = (d_u - d_u.mean(axis=0) - u * (d_u * u).mean(axis=0)) / sigma
            W, v, c = W - rate * X[rows].T @ d_z, v - rate * h.T @ d, c - rate * d.sum()
            gamma, beta = gamma - rate * (d_s * u).sum(axis=0), beta - rate * d_s.sum(axis=0)
        u = (X_val @ W - mean) / np.sqrt(var + 1e-3)
        said = np.maximum(gamma * u + beta, 0) @ v + c
        losses.append(np.mean((said - y_val) ** 2))
    return {"W": W, "gamma": gamma, "beta": beta, "v": v, "c": c, "mean": mean, "var": var, "losses": losses}
# %% moves-for-one: Only the moving mean was mended; the variance still keeps the wrong share.
def mended_train(X, y, start, orders, size, rate, momentum, X_val, y_val):
    W, gamma, beta, v, c = (start[name] for name in ("W", "gamma", "beta", "v", "c"))
    mean, var, losses = np.zeros(len(gamma)), np.ones(len(gamma)), []
    for order in orders:
        for k in range(0, len(order), size):
            rows = order[k : k + size]
            z = X[rows] @ W
            batch_mean, batch_var = z.mean(axis=0), z.var(axis=0)
            mean = momentum * mean + (1 - momentum) * batch_mean
            var = (1 - momentum) * var + momentum * batch_var
            sigma = np.sqrt(batch_var + 1e-3)
            u = (z - batch_mean) / sigma
            s = gamma * u + beta
            h = np.maximum(s, 0)
            d = 2 * (h @ v + c - y[rows]) / len(rows)
            d_s = np.outer(d, v) * (s > 0)
            d_u = d_s * gamma
            d_z = (d_u - d_u.mean(axis=0) - u * (d_u * u).mean(axis=0)) / sigma
            W, v, c = W - rate * X[rows].T @ d_z, v - rate * h.T @ d, c - rate * d.sum()
            gamma, beta = gamma - rate * (d_s * u).sum(axis=0), beta - rate * d_s.sum(axis=0)
        u = (X_val @ W - mean) / np.sqrt(var + 1e-3)
        said = np.maximum(gamma * u + beta, 0) @ v + c
        losses.append(np.mean((said - y_val) ** 2))
    return {"W": W, "gamma": gamma, "beta": beta, "v": v, "c": c, "mean": mean, "var": var, "losses": losses}
