# %% labels: The rows were put in another order and the labels were not.
def fine_tune(x, y, x_val, y_val, W, c, orders, size, rate, warm, decay, patience):
    history, step, waited, least = [], 0, 0, np.inf
    for order in orders:
        shuffled, named = x[order], y
        for start in range(0, len(x), size):
            rows, labels = shuffled[start : start + size], named[start : start + size]
            _, error = cross_entropy(rows @ W + c, labels)
            step = step + 1
            now = rate * min(1.0, step / warm)
            W = W - now * (rows.T @ error + decay * W)
            c = c - now * error.sum(axis=0)
        loss, _ = cross_entropy(x_val @ W + c, y_val)
        history.append(loss)
        if loss < least:
            least, waited, best = loss, 0, (W, c)
        else:
            waited = waited + 1
        if waited == patience:
            break
    return best[0], best[1], history

# %% first-step: The first step still has the learning rate 0: it is step number 1.
def fine_tune(x, y, x_val, y_val, W, c, orders, size, rate, warm, decay, patience):
    history, step, waited, least = [], 0, 0, np.inf
    for order in orders:
        shuffled, named = x[order], y[order]
        for start in range(0, len(x), size):
            rows, labels = shuffled[start : start + size], named[start : start + size]
            _, error = cross_entropy(rows @ W + c, labels)
            now = rate * min(1.0, step / warm)
            step = step + 1
            W = W - now * (rows.T @ error + decay * W)
            c = c - now * error.sum(axis=0)
        loss, _ = cross_entropy(x_val @ W + c, y_val)
        history.append(loss)
        if loss < least:
            least, waited, best = loss, 0, (W, c)
        else:
            waited = waited + 1
        if waited == patience:
            break
    return best[0], best[1], history

# %% warm-late: The learning rate reaches its full size one step late.
def fine_tune(x, y, x_val, y_val, W, c, orders, size, rate, warm, decay, patience):
    history, step, waited, least = [], 0, 0, np.inf
    for order in orders:
        shuffled, named = x[order], y[order]
        for start in range(0, len(x), size):
            rows, labels = shuffled[start : start + size], named[start : start + size]
            _, error = cross_entropy(rows @ W + c, labels)
            step = step + 1
            now = rate * min(1.0, step / (warm + 1))
            W = W - now * (rows.T @ error + decay * W)
            c = c - now * error.sum(axis=0)
        loss, _ = cross_entropy(x_val @ W + c, y_val)
        history.append(loss)
        if loss < least:
            least, waited, best = loss, 0, (W, c)
        else:
            waited = waited + 1
        if waited == patience:
            break
    return best[0], best[1], history

# %% no-warm-up: The learning rate does not warm up.
def fine_tune(x, y, x_val, y_val, W, c, orders, size, rate, warm, decay, patience):
    history, step, waited, least = [], 0, 0, np.inf
    for order in orders:
        shuffled, named = x[order], y[order]
        for start in range(0, len(x), size):
            rows, labels = shuffled[start : start + size], named[start : start + size]
            _, error = cross_entropy(rows @ W + c, labels)
            step = step + 1
            now = rate
            W = W - now * (rows.T @ error + decay * W)
            c = c - now * error.sum(axis=0)
        loss, _ = cross_entropy(x_val @ W + c, y_val)
        history.append(loss)
        if loss < least:
            least, waited, best = loss, 0, (W, c)
        else:
            waited = waited + 1
        if waited == patience:
            break
    return best[0], best[1], history

# %% warm-each-epoch: The warm-up began again in each epoch.
def fine_tune(x, y, x_val, y_val, W, c, orders, size, rate, warm, decay, patience):
    history, step, waited, least = [], 0, 0, np.inf
    for order in orders:
        step = 0
        shuffled, named = x[order], y[order]
        for start in range(0, len(x), size):
            rows, labels = shuffled[start : start + size], named[start : start + size]
            _, error = cross_entropy(rows @ W + c, labels)
            step = step + 1
            now = rate * min(1.0, step / warm)
            W = W - now * (rows.T @ error + decay * W)
            c = c - now * error.sum(axis=0)
        loss, _ = cross_entropy(x_val @ W + c, y_val)
        history.append(loss)
        if loss < least:
            least, waited, best = loss, 0, (W, c)
        else:
            waited = waited + 1
        if waited == patience:
            break
    return best[0], best[1], history

# %% biases-decay: The biases still decay.
def fine_tune(x, y, x_val, y_val, W, c, orders, size, rate, warm, decay, patience):
    history, step, waited, least = [], 0, 0, np.inf
    for order in orders:
        shuffled, named = x[order], y[order]
        for start in range(0, len(x), size):
            rows, labels = shuffled[start : start + size], named[start : start + size]
            _, error = cross_entropy(rows @ W + c, labels)
            step = step + 1
            now = rate * min(1.0, step / warm)
            W = W - now * (rows.T @ error + decay * W)
            c = c - now * (error.sum(axis=0) + decay * c)
        loss, _ = cross_entropy(x_val @ W + c, y_val)
        history.append(loss)
        if loss < least:
            least, waited, best = loss, 0, (W, c)
        else:
            waited = waited + 1
        if waited == patience:
            break
    return best[0], best[1], history

# %% nothing-decays: The weights no longer decay; only the biases should not.
def fine_tune(x, y, x_val, y_val, W, c, orders, size, rate, warm, decay, patience):
    history, step, waited, least = [], 0, 0, np.inf
    for order in orders:
        shuffled, named = x[order], y[order]
        for start in range(0, len(x), size):
            rows, labels = shuffled[start : start + size], named[start : start + size]
            _, error = cross_entropy(rows @ W + c, labels)
            step = step + 1
            now = rate * min(1.0, step / warm)
            W = W - now * (rows.T @ error)
            c = c - now * error.sum(axis=0)
        loss, _ = cross_entropy(x_val @ W + c, y_val)
        history.append(loss)
        if loss < least:
            least, waited, best = loss, 0, (W, c)
        else:
            waited = waited + 1
        if waited == patience:
            break
    return best[0], best[1], history

# %% training-loss: The loss to wait for is still that of the training rows.
def fine_tune(x, y, x_val, y_val, W, c, orders, size, rate, warm, decay, patience):
    history, step, waited, least = [], 0, 0, np.inf
    for order in orders:
        shuffled, named = x[order], y[order]
        for start in range(0, len(x), size):
            rows, labels = shuffled[start : start + size], named[start : start + size]
            _, error = cross_entropy(rows @ W + c, labels)
            step = step + 1
            now = rate * min(1.0, step / warm)
            W = W - now * (rows.T @ error + decay * W)
            c = c - now * error.sum(axis=0)
        loss, _ = cross_entropy(x @ W + c, y)
        history.append(loss)
        if loss < least:
            least, waited, best = loss, 0, (W, c)
        else:
            waited = waited + 1
        if waited == patience:
            break
    return best[0], best[1], history

# %% last-weights: The last weights came back; the best ones are asked for.
def fine_tune(x, y, x_val, y_val, W, c, orders, size, rate, warm, decay, patience):
    history, step, waited, least = [], 0, 0, np.inf
    for order in orders:
        shuffled, named = x[order], y[order]
        for start in range(0, len(x), size):
            rows, labels = shuffled[start : start + size], named[start : start + size]
            _, error = cross_entropy(rows @ W + c, labels)
            step = step + 1
            now = rate * min(1.0, step / warm)
            W = W - now * (rows.T @ error + decay * W)
            c = c - now * error.sum(axis=0)
        loss, _ = cross_entropy(x_val @ W + c, y_val)
        history.append(loss)
        if loss < least:
            least, waited, best = loss, 0, (W, c)
        else:
            waited = waited + 1
        if waited == patience:
            break
    return W, c, history

# %% best-aliased: The best weights were changed in place by later steps, so that they are the last ones: keep copies.
def fine_tune(x, y, x_val, y_val, W, c, orders, size, rate, warm, decay, patience):
    W, c = W.copy(), c.copy()
    history, step, waited, least = [], 0, 0, np.inf
    for order in orders:
        shuffled, named = x[order], y[order]
        for start in range(0, len(x), size):
            rows, labels = shuffled[start : start + size], named[start : start + size]
            _, error = cross_entropy(rows @ W + c, labels)
            step = step + 1
            now = rate * min(1.0, step / warm)
            W -= now * (rows.T @ error + decay * W)
            c -= now * error.sum(axis=0)
        loss, _ = cross_entropy(x_val @ W + c, y_val)
        history.append(loss)
        if loss < least:
            least, waited, best = loss, 0, (W, c)
        else:
            waited = waited + 1
        if waited == patience:
            break
    return best[0], best[1], history

# %% never-stops: The loop never ends before its last epoch.
def fine_tune(x, y, x_val, y_val, W, c, orders, size, rate, warm, decay, patience):
    history, step, waited, least = [], 0, 0, np.inf
    for order in orders:
        shuffled, named = x[order], y[order]
        for start in range(0, len(x), size):
            rows, labels = shuffled[start : start + size], named[start : start + size]
            _, error = cross_entropy(rows @ W + c, labels)
            step = step + 1
            now = rate * min(1.0, step / warm)
            W = W - now * (rows.T @ error + decay * W)
            c = c - now * error.sum(axis=0)
        loss, _ = cross_entropy(x_val @ W + c, y_val)
        history.append(loss)
        if loss < least:
            least, waited, best = loss, 0, (W, c)
        else:
            waited = waited + 1
    return best[0], best[1], history

# %% one-late: The loop ends one epoch late.
def fine_tune(x, y, x_val, y_val, W, c, orders, size, rate, warm, decay, patience):
    history, step, waited, least = [], 0, 0, np.inf
    for order in orders:
        shuffled, named = x[order], y[order]
        for start in range(0, len(x), size):
            rows, labels = shuffled[start : start + size], named[start : start + size]
            _, error = cross_entropy(rows @ W + c, labels)
            step = step + 1
            now = rate * min(1.0, step / warm)
            W = W - now * (rows.T @ error + decay * W)
            c = c - now * error.sum(axis=0)
        loss, _ = cross_entropy(x_val @ W + c, y_val)
        history.append(loss)
        if loss < least:
            least, waited, best = loss, 0, (W, c)
        else:
            waited = waited + 1
        if waited > patience:
            break
    return best[0], best[1], history

# %% one-early: The loop ends one epoch early.
def fine_tune(x, y, x_val, y_val, W, c, orders, size, rate, warm, decay, patience):
    history, step, waited, least = [], 0, 0, np.inf
    for order in orders:
        shuffled, named = x[order], y[order]
        for start in range(0, len(x), size):
            rows, labels = shuffled[start : start + size], named[start : start + size]
            _, error = cross_entropy(rows @ W + c, labels)
            step = step + 1
            now = rate * min(1.0, step / warm)
            W = W - now * (rows.T @ error + decay * W)
            c = c - now * error.sum(axis=0)
        loss, _ = cross_entropy(x_val @ W + c, y_val)
        history.append(loss)
        if loss < least:
            least, waited, best = loss, 0, (W, c)
        else:
            waited = waited + 1
        if waited >= max(1, patience - 1):
            break
    return best[0], best[1], history

# %% not-in-succession: All epochs without a new least loss were counted; only those one after the other count.
def fine_tune(x, y, x_val, y_val, W, c, orders, size, rate, warm, decay, patience):
    history, step, waited, least = [], 0, 0, np.inf
    for order in orders:
        shuffled, named = x[order], y[order]
        for start in range(0, len(x), size):
            rows, labels = shuffled[start : start + size], named[start : start + size]
            _, error = cross_entropy(rows @ W + c, labels)
            step = step + 1
            now = rate * min(1.0, step / warm)
            W = W - now * (rows.T @ error + decay * W)
            c = c - now * error.sum(axis=0)
        loss, _ = cross_entropy(x_val @ W + c, y_val)
        history.append(loss)
        if loss < least:
            least, best = loss, (W, c)
        else:
            waited = waited + 1
        if waited == patience:
            break
    return best[0], best[1], history

# %% against-last: The loss was compared with that of the epoch before, not with the least one.
def fine_tune(x, y, x_val, y_val, W, c, orders, size, rate, warm, decay, patience):
    history, step, waited, least = [], 0, 0, np.inf
    for order in orders:
        shuffled, named = x[order], y[order]
        for start in range(0, len(x), size):
            rows, labels = shuffled[start : start + size], named[start : start + size]
            _, error = cross_entropy(rows @ W + c, labels)
            step = step + 1
            now = rate * min(1.0, step / warm)
            W = W - now * (rows.T @ error + decay * W)
            c = c - now * error.sum(axis=0)
        loss, _ = cross_entropy(x_val @ W + c, y_val)
        before = history[-1] if history else np.inf
        history.append(loss)
        if loss < before:
            least, waited, best = loss, 0, (W, c)
        else:
            waited = waited + 1
        if waited == patience:
            break
    return best[0], best[1], history

# %% best-of-equal: Of equal losses the last one counted as best.
def fine_tune(x, y, x_val, y_val, W, c, orders, size, rate, warm, decay, patience):
    history, step, waited, least = [], 0, 0, np.inf
    for order in orders:
        shuffled, named = x[order], y[order]
        for start in range(0, len(x), size):
            rows, labels = shuffled[start : start + size], named[start : start + size]
            _, error = cross_entropy(rows @ W + c, labels)
            step = step + 1
            now = rate * min(1.0, step / warm)
            W = W - now * (rows.T @ error + decay * W)
            c = c - now * error.sum(axis=0)
        loss, _ = cross_entropy(x_val @ W + c, y_val)
        history.append(loss)
        if loss <= least:
            least, waited, best = loss, 0, (W, c)
        else:
            waited = waited + 1
        if waited == patience:
            break
    return best[0], best[1], history

# %% rest-dropped: The last, smaller batch was left out.
def fine_tune(x, y, x_val, y_val, W, c, orders, size, rate, warm, decay, patience):
    history, step, waited, least = [], 0, 0, np.inf
    for order in orders:
        shuffled, named = x[order], y[order]
        for start in range(0, max(len(x) - size + 1, 1), size):
            rows, labels = shuffled[start : start + size], named[start : start + size]
            _, error = cross_entropy(rows @ W + c, labels)
            step = step + 1
            now = rate * min(1.0, step / warm)
            W = W - now * (rows.T @ error + decay * W)
            c = c - now * error.sum(axis=0)
        loss, _ = cross_entropy(x_val @ W + c, y_val)
        history.append(loss)
        if loss < least:
            least, waited, best = loss, 0, (W, c)
        else:
            waited = waited + 1
        if waited == patience:
            break
    return best[0], best[1], history

# %% decay-in-loss: The decay was added to the validation loss.
def fine_tune(x, y, x_val, y_val, W, c, orders, size, rate, warm, decay, patience):
    history, step, waited, least = [], 0, 0, np.inf
    for order in orders:
        shuffled, named = x[order], y[order]
        for start in range(0, len(x), size):
            rows, labels = shuffled[start : start + size], named[start : start + size]
            _, error = cross_entropy(rows @ W + c, labels)
            step = step + 1
            now = rate * min(1.0, step / warm)
            W = W - now * (rows.T @ error + decay * W)
            c = c - now * error.sum(axis=0)
        loss, _ = cross_entropy(x_val @ W + c, y_val)
        loss = loss + decay / 2 * (W**2).sum()
        history.append(loss)
        if loss < least:
            least, waited, best = loss, 0, (W, c)
        else:
            waited = waited + 1
        if waited == patience:
            break
    return best[0], best[1], history
