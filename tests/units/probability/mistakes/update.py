# %% prior-left-out: The prior was left out: the base-rate error.
def update(prior, log_likelihoods):
    logs = np.vstack([np.zeros(len(prior)), log_likelihoods]).cumsum(axis=0)
    w = np.exp(logs - logs.max(axis=1, keepdims=True))
    w = w / w.sum(axis=1, keepdims=True)
    w[0] = prior
    return w
# %% starts-again: Every piece began at the prior again; yesterday's posterior is today's prior.
def update(prior, log_likelihoods):
    logs = np.vstack([np.log(prior), np.log(prior) + log_likelihoods])
    w = np.exp(logs - logs.max(axis=1, keepdims=True))
    return w / w.sum(axis=1, keepdims=True)
# %% prior-again: The prior was multiplied in again with every piece.
def update(prior, log_likelihoods):
    logs = np.vstack([np.log(prior), np.log(prior) + log_likelihoods]).cumsum(axis=0)
    logs[1:] -= np.log(prior)
    w = np.exp(logs - logs.max(axis=1, keepdims=True))
    return w / w.sum(axis=1, keepdims=True)
# %% unnormalised: The rows were not divided by their sums.
def update(prior, log_likelihoods):
    return np.exp(np.vstack([np.log(prior), log_likelihoods]).cumsum(axis=0))
# %% first-row-missing: The prior is not among the rows.
def update(prior, log_likelihoods):
    logs = np.log(prior) + np.cumsum(log_likelihoods, axis=0)
    w = np.exp(logs - logs.max(axis=1, keepdims=True))
    return w / w.sum(axis=1, keepdims=True)
# %% last-row: Only the row after the last piece was returned.
def update(prior, log_likelihoods):
    logs = np.log(prior) + np.sum(log_likelihoods, axis=0)
    w = np.exp(logs - logs.max())
    return w / w.sum()
# %% exponential-first: The exponential of -2000 is 0, and 0 / 0 is nan.
def update(prior, log_likelihoods):
    rows = [np.asarray(prior, dtype=float)]
    for piece in log_likelihoods:
        w = rows[-1] * np.exp(piece)
        rows.append(w / w.sum())
    return np.array(rows)
# %% never-returns: A probability was rounded to 0, and 0 never comes back.
def update(prior, log_likelihoods):
    rows = [np.asarray(prior, dtype=float)]
    for piece in log_likelihoods:
        logs = np.log(rows[-1]) + piece
        w = np.exp(logs - logs.max())
        rows.append(w / w.sum())
    return np.array(rows)
# %% columns: The columns were divided by their sums instead of the rows.
def update(prior, log_likelihoods):
    logs = np.vstack([np.log(prior), log_likelihoods]).cumsum(axis=0)
    w = np.exp(logs - logs.max(axis=1, keepdims=True))
    return w / w.sum(axis=0)
# %% log-scale: Logarithms were divided by their sum; probabilities have to be.
def update(prior, log_likelihoods):
    logs = np.vstack([np.log(prior), log_likelihoods]).cumsum(axis=0)
    return logs / logs.sum(axis=1, keepdims=True)
# %% prior-not-logged: The prior was added to logarithms without taking its own.
def update(prior, log_likelihoods):
    logs = np.vstack([prior, log_likelihoods]).cumsum(axis=0)
    w = np.exp(logs - logs.max(axis=1, keepdims=True))
    return w / w.sum(axis=1, keepdims=True)
# %% not-cumulated: Every row knows its own piece and no earlier one.
def update(prior, log_likelihoods):
    logs = np.vstack([np.log(prior), log_likelihoods])
    w = np.exp(logs - logs.max(axis=1, keepdims=True))
    return w / w.sum(axis=1, keepdims=True)
