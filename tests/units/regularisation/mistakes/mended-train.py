# %% all-three: All three faults are left.
def mended_train(layers, X, y, X_val, y_val, factors, rate, strength, patience):
    layers = [(W.copy(), b.copy()) for W, b in layers]
    lowest, waited, losses = np.inf, 0, []
    for factor in factors:
        (W1, b1), (W2, b2) = layers
        z = X @ W1 + b1
        passed = np.maximum(z, 0) * factor
        delta = 2 * (passed @ W2 + b2 - y) / len(X)
        below = delta @ W2.T * factor * (z > 0)
        slopes = [X.T @ below + strength * W1, below.sum(axis=0) + strength * b1]
        slopes += [passed.T @ delta + strength * W2, delta.sum(axis=0) + strength * b2]
        for array, slope in zip((W1, b1, W2, b2), slopes):
            array -= rate * slope
        hidden = np.maximum(X_val @ W1 + b1, 0) * factor[: len(X_val)]
        losses.append(np.mean((hidden @ W2 + b2 - y_val) ** 2))
        if losses[-1] < lowest:
            best = layers
            lowest, waited = losses[-1], 0
        else:
            waited += 1
            if waited == patience:
                break
    return best, np.array(losses)

# %% dropout-judged: Dropout acts on the validation set.
def mended_train(layers, X, y, X_val, y_val, factors, rate, strength, patience):
    layers = [(W.copy(), b.copy()) for W, b in layers]
    lowest, waited, losses = np.inf, 0, []
    for factor in factors:
        (W1, b1), (W2, b2) = layers
        z = X @ W1 + b1
        passed = np.maximum(z, 0) * factor
        delta = 2 * (passed @ W2 + b2 - y) / len(X)
        below = delta @ W2.T * factor * (z > 0)
        slopes = [X.T @ below + strength * W1, below.sum(axis=0)]
        slopes += [passed.T @ delta + strength * W2, delta.sum(axis=0)]
        for array, slope in zip((W1, b1, W2, b2), slopes):
            array -= rate * slope
        hidden = np.maximum(X_val @ W1 + b1, 0) * factor[: len(X_val)]
        losses.append(np.mean((hidden @ W2 + b2 - y_val) ** 2))
        if losses[-1] < lowest:
            best = [(W.copy(), b.copy()) for W, b in layers]
            lowest, waited = losses[-1], 0
        else:
            waited += 1
            if waited == patience:
                break
    return best, np.array(losses)

# %% biases-penalised: The biases are penalised.
def mended_train(layers, X, y, X_val, y_val, factors, rate, strength, patience):
    layers = [(W.copy(), b.copy()) for W, b in layers]
    lowest, waited, losses = np.inf, 0, []
    for factor in factors:
        (W1, b1), (W2, b2) = layers
        z = X @ W1 + b1
        passed = np.maximum(z, 0) * factor
        delta = 2 * (passed @ W2 + b2 - y) / len(X)
        below = delta @ W2.T * factor * (z > 0)
        slopes = [X.T @ below + strength * W1, below.sum(axis=0) + strength * b1]
        slopes += [passed.T @ delta + strength * W2, delta.sum(axis=0) + strength * b2]
        for array, slope in zip((W1, b1, W2, b2), slopes):
            array -= rate * slope
        hidden = np.maximum(X_val @ W1 + b1, 0)
        losses.append(np.mean((hidden @ W2 + b2 - y_val) ** 2))
        if losses[-1] < lowest:
            best = [(W.copy(), b.copy()) for W, b in layers]
            lowest, waited = losses[-1], 0
        else:
            waited += 1
            if waited == patience:
                break
    return best, np.array(losses)

# %% best-by-reference: best holds the arrays that the loop goes on changing, so it is the last state.
def mended_train(layers, X, y, X_val, y_val, factors, rate, strength, patience):
    layers = [(W.copy(), b.copy()) for W, b in layers]
    lowest, waited, losses = np.inf, 0, []
    for factor in factors:
        (W1, b1), (W2, b2) = layers
        z = X @ W1 + b1
        passed = np.maximum(z, 0) * factor
        delta = 2 * (passed @ W2 + b2 - y) / len(X)
        below = delta @ W2.T * factor * (z > 0)
        slopes = [X.T @ below + strength * W1, below.sum(axis=0)]
        slopes += [passed.T @ delta + strength * W2, delta.sum(axis=0)]
        for array, slope in zip((W1, b1, W2, b2), slopes):
            array -= rate * slope
        hidden = np.maximum(X_val @ W1 + b1, 0)
        losses.append(np.mean((hidden @ W2 + b2 - y_val) ** 2))
        if losses[-1] < lowest:
            best = layers
            lowest, waited = losses[-1], 0
        else:
            waited += 1
            if waited == patience:
                break
    return best, np.array(losses)

# %% list-copied: The list was copied, and the arrays in it are still those that the loop changes.
def mended_train(layers, X, y, X_val, y_val, factors, rate, strength, patience):
    layers = [(W.copy(), b.copy()) for W, b in layers]
    lowest, waited, losses = np.inf, 0, []
    for factor in factors:
        (W1, b1), (W2, b2) = layers
        z = X @ W1 + b1
        passed = np.maximum(z, 0) * factor
        delta = 2 * (passed @ W2 + b2 - y) / len(X)
        below = delta @ W2.T * factor * (z > 0)
        slopes = [X.T @ below + strength * W1, below.sum(axis=0)]
        slopes += [passed.T @ delta + strength * W2, delta.sum(axis=0)]
        for array, slope in zip((W1, b1, W2, b2), slopes):
            array -= rate * slope
        hidden = np.maximum(X_val @ W1 + b1, 0)
        losses.append(np.mean((hidden @ W2 + b2 - y_val) ** 2))
        if losses[-1] < lowest:
            best = list(layers)
            lowest, waited = losses[-1], 0
        else:
            waited += 1
            if waited == patience:
                break
    return best, np.array(losses)

# %% no-dropout: Dropout was taken out of training as well.
def mended_train(layers, X, y, X_val, y_val, factors, rate, strength, patience):
    layers = [(W.copy(), b.copy()) for W, b in layers]
    lowest, waited, losses = np.inf, 0, []
    for factor in factors:
        (W1, b1), (W2, b2) = layers
        z = X @ W1 + b1
        passed = np.maximum(z, 0)
        delta = 2 * (passed @ W2 + b2 - y) / len(X)
        below = delta @ W2.T * (z > 0)
        slopes = [X.T @ below + strength * W1, below.sum(axis=0)]
        slopes += [passed.T @ delta + strength * W2, delta.sum(axis=0)]
        for array, slope in zip((W1, b1, W2, b2), slopes):
            array -= rate * slope
        hidden = np.maximum(X_val @ W1 + b1, 0)
        losses.append(np.mean((hidden @ W2 + b2 - y_val) ** 2))
        if losses[-1] < lowest:
            best = [(W.copy(), b.copy()) for W, b in layers]
            lowest, waited = losses[-1], 0
        else:
            waited += 1
            if waited == patience:
                break
    return best, np.array(losses)

# %% no-penalty: Nothing is penalised any more; the weights should be.
def mended_train(layers, X, y, X_val, y_val, factors, rate, strength, patience):
    layers = [(W.copy(), b.copy()) for W, b in layers]
    lowest, waited, losses = np.inf, 0, []
    for factor in factors:
        (W1, b1), (W2, b2) = layers
        z = X @ W1 + b1
        passed = np.maximum(z, 0) * factor
        delta = 2 * (passed @ W2 + b2 - y) / len(X)
        below = delta @ W2.T * factor * (z > 0)
        slopes = [X.T @ below, below.sum(axis=0)]
        slopes += [passed.T @ delta, delta.sum(axis=0)]
        for array, slope in zip((W1, b1, W2, b2), slopes):
            array -= rate * slope
        hidden = np.maximum(X_val @ W1 + b1, 0)
        losses.append(np.mean((hidden @ W2 + b2 - y_val) ** 2))
        if losses[-1] < lowest:
            best = [(W.copy(), b.copy()) for W, b in layers]
            lowest, waited = losses[-1], 0
        else:
            waited += 1
            if waited == patience:
                break
    return best, np.array(losses)

# %% unscaled-test: The hidden values on the validation set were multiplied by the mean of the factors of the kept units.
def mended_train(layers, X, y, X_val, y_val, factors, rate, strength, patience):
    layers = [(W.copy(), b.copy()) for W, b in layers]
    lowest, waited, losses = np.inf, 0, []
    for factor in factors:
        (W1, b1), (W2, b2) = layers
        z = X @ W1 + b1
        passed = np.maximum(z, 0) * factor
        delta = 2 * (passed @ W2 + b2 - y) / len(X)
        below = delta @ W2.T * factor * (z > 0)
        slopes = [X.T @ below + strength * W1, below.sum(axis=0)]
        slopes += [passed.T @ delta + strength * W2, delta.sum(axis=0)]
        for array, slope in zip((W1, b1, W2, b2), slopes):
            array -= rate * slope
        hidden = np.maximum(X_val @ W1 + b1, 0) * (factor > 0).mean()
        losses.append(np.mean((hidden @ W2 + b2 - y_val) ** 2))
        if losses[-1] < lowest:
            best = [(W.copy(), b.copy()) for W, b in layers]
            lowest, waited = losses[-1], 0
        else:
            waited += 1
            if waited == patience:
                break
    return best, np.array(losses)

# %% start-changed: The layers of the caller were changed in place.
def mended_train(layers, X, y, X_val, y_val, factors, rate, strength, patience):
    layers = list(layers)
    lowest, waited, losses = np.inf, 0, []
    for factor in factors:
        (W1, b1), (W2, b2) = layers
        z = X @ W1 + b1
        passed = np.maximum(z, 0) * factor
        delta = 2 * (passed @ W2 + b2 - y) / len(X)
        below = delta @ W2.T * factor * (z > 0)
        slopes = [X.T @ below + strength * W1, below.sum(axis=0)]
        slopes += [passed.T @ delta + strength * W2, delta.sum(axis=0)]
        for array, slope in zip((W1, b1, W2, b2), slopes):
            array -= rate * slope
        hidden = np.maximum(X_val @ W1 + b1, 0)
        losses.append(np.mean((hidden @ W2 + b2 - y_val) ** 2))
        if losses[-1] < lowest:
            best = [(W.copy(), b.copy()) for W, b in layers]
            lowest, waited = losses[-1], 0
        else:
            waited += 1
            if waited == patience:
                break
    return best, np.array(losses)

# %% ties-reset: A loss equal to the lowest counted as a new one.
def mended_train(layers, X, y, X_val, y_val, factors, rate, strength, patience):
    layers = [(W.copy(), b.copy()) for W, b in layers]
    lowest, waited, losses = np.inf, 0, []
    for factor in factors:
        (W1, b1), (W2, b2) = layers
        z = X @ W1 + b1
        passed = np.maximum(z, 0) * factor
        delta = 2 * (passed @ W2 + b2 - y) / len(X)
        below = delta @ W2.T * factor * (z > 0)
        slopes = [X.T @ below + strength * W1, below.sum(axis=0)]
        slopes += [passed.T @ delta + strength * W2, delta.sum(axis=0)]
        for array, slope in zip((W1, b1, W2, b2), slopes):
            array -= rate * slope
        hidden = np.maximum(X_val @ W1 + b1, 0)
        losses.append(np.mean((hidden @ W2 + b2 - y_val) ** 2))
        if losses[-1] <= lowest:
            best = [(W.copy(), b.copy()) for W, b in layers]
            lowest, waited = losses[-1], 0
        else:
            waited += 1
            if waited == patience:
                break
    return best, np.array(losses)
