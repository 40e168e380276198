# %% as-given: The function was left as it was: the logits are compared with the token that was just read.
def evaluate(logits, tokens, lengths, characters):
    shares = np.exp(logits) / np.exp(logits).sum(axis=2, keepdims=True)
    given = np.take_along_axis(shares, tokens[:, :, None], axis=2)[:, :, 0]
    costs = -np.log(given + 1e-10)
    perplexities = np.exp(costs.mean(axis=1))
    bits = costs.sum(axis=1) * np.log(2) / characters
    return perplexities.mean(), bits.mean()

# %% just-read: The logits were compared with the token that the model had just read.
def evaluate(logits, tokens, lengths, characters):
    real = np.arange(tokens.shape[1]) < lengths[:, None]
    if not real.any():
        raise ValueError("there is no prediction to score")
    scores, targets = logits[real], tokens[real]
    scores = scores - scores.max(axis=1, keepdims=True)
    costs = np.log(np.exp(scores).sum(axis=1)) - scores[np.arange(len(targets)), targets]
    return np.exp(costs.mean()), costs.sum() / np.log(2) / characters.sum()

# %% padding: Padding was scored like tokens.
def evaluate(logits, tokens, lengths, characters):
    real = np.arange(1, tokens.shape[1]) < lengths[:, None]
    if not real.any():
        raise ValueError("there is no prediction to score")
    real = np.ones(real.shape, bool)
    scores, targets = logits[:, :-1][real], tokens[:, 1:][real]
    scores = scores - scores.max(axis=1, keepdims=True)
    costs = np.log(np.exp(scores).sum(axis=1)) - scores[np.arange(len(targets)), targets]
    return np.exp(costs.mean()), costs.sum() / np.log(2) / characters.sum()

# %% one-too-many: A text was taken to have as many predictions as tokens; the first one is not predicted.
def evaluate(logits, tokens, lengths, characters):
    real = np.arange(1, tokens.shape[1]) <= lengths[:, None]
    if not real.any():
        raise ValueError("there is no prediction to score")
    scores, targets = logits[:, :-1][real], tokens[:, 1:][real]
    scores = scores - scores.max(axis=1, keepdims=True)
    costs = np.log(np.exp(scores).sum(axis=1)) - scores[np.arange(len(targets)), targets]
    return np.exp(costs.mean()), costs.sum() / np.log(2) / characters.sum()

# %% divided-by-lengths: The cost was divided by the number of tokens; the first one of each text is not predicted.
def evaluate(logits, tokens, lengths, characters):
    real = np.arange(1, tokens.shape[1]) < lengths[:, None]
    if not real.any():
        raise ValueError("there is no prediction to score")
    scores, targets = logits[:, :-1][real], tokens[:, 1:][real]
    scores = scores - scores.max(axis=1, keepdims=True)
    costs = np.log(np.exp(scores).sum(axis=1)) - scores[np.arange(len(targets)), targets]
    return np.exp(costs.sum() / lengths.sum()), costs.sum() / np.log(2) / characters.sum()

# %% mean-of-texts: Each text got a perplexity of its own, and these were averaged.
def evaluate(logits, tokens, lengths, characters):
    real = np.arange(1, tokens.shape[1]) < lengths[:, None]
    if not real.any():
        raise ValueError("there is no prediction to score")
    scores, targets = logits[:, :-1][real], tokens[:, 1:][real]
    scores = scores - scores.max(axis=1, keepdims=True)
    costs = np.log(np.exp(scores).sum(axis=1)) - scores[np.arange(len(targets)), targets]
    return np.mean([np.exp(costs[np.nonzero(real)[0] == i].mean()) for i in np.unique(np.nonzero(real)[0])]), costs.sum() / np.log(2) / characters.sum()

# %% mean-of-means: The mean costs of the texts were averaged; long texts have more predictions.
def evaluate(logits, tokens, lengths, characters):
    real = np.arange(1, tokens.shape[1]) < lengths[:, None]
    if not real.any():
        raise ValueError("there is no prediction to score")
    scores, targets = logits[:, :-1][real], tokens[:, 1:][real]
    scores = scores - scores.max(axis=1, keepdims=True)
    costs = np.log(np.exp(scores).sum(axis=1)) - scores[np.arange(len(targets)), targets]
    return np.exp(np.mean([costs[np.nonzero(real)[0] == i].mean() for i in np.unique(np.nonzero(real)[0])])), costs.sum() / np.log(2) / characters.sum()

# %% mean-of-exponentials: The exponentials of the costs were averaged; the mean comes first.
def evaluate(logits, tokens, lengths, characters):
    real = np.arange(1, tokens.shape[1]) < lengths[:, None]
    if not real.any():
        raise ValueError("there is no prediction to score")
    scores, targets = logits[:, :-1][real], tokens[:, 1:][real]
    scores = scores - scores.max(axis=1, keepdims=True)
    costs = np.log(np.exp(scores).sum(axis=1)) - scores[np.arange(len(targets)), targets]
    return np.exp(costs).mean(), costs.sum() / np.log(2) / characters.sum()

# %% nats: The cost for each character is in nats; a bit is ln 2 of them.
def evaluate(logits, tokens, lengths, characters):
    real = np.arange(1, tokens.shape[1]) < lengths[:, None]
    if not real.any():
        raise ValueError("there is no prediction to score")
    scores, targets = logits[:, :-1][real], tokens[:, 1:][real]
    scores = scores - scores.max(axis=1, keepdims=True)
    costs = np.log(np.exp(scores).sum(axis=1)) - scores[np.arange(len(targets)), targets]
    return np.exp(costs.mean()), costs.sum() / characters.sum()

# %% bits-multiplied: Nats are divided by ln 2 to get bits, not multiplied.
def evaluate(logits, tokens, lengths, characters):
    real = np.arange(1, tokens.shape[1]) < lengths[:, None]
    if not real.any():
        raise ValueError("there is no prediction to score")
    scores, targets = logits[:, :-1][real], tokens[:, 1:][real]
    scores = scores - scores.max(axis=1, keepdims=True)
    costs = np.log(np.exp(scores).sum(axis=1)) - scores[np.arange(len(targets)), targets]
    return np.exp(costs.mean()), costs.sum() * np.log(2) / characters.sum()

# %% bits-for-tokens: The bits were divided by the number of tokens, not of characters.
def evaluate(logits, tokens, lengths, characters):
    real = np.arange(1, tokens.shape[1]) < lengths[:, None]
    if not real.any():
        raise ValueError("there is no prediction to score")
    scores, targets = logits[:, :-1][real], tokens[:, 1:][real]
    scores = scores - scores.max(axis=1, keepdims=True)
    costs = np.log(np.exp(scores).sum(axis=1)) - scores[np.arange(len(targets)), targets]
    return np.exp(costs.mean()), costs.sum() / np.log(2) / len(costs)

# %% overflow: Large scores overflow in the exponential; take the largest out first.
def evaluate(logits, tokens, lengths, characters):
    real = np.arange(1, tokens.shape[1]) < lengths[:, None]
    if not real.any():
        raise ValueError("there is no prediction to score")
    scores, targets = logits[:, :-1][real], tokens[:, 1:][real]
    costs = np.log(np.exp(scores).sum(axis=1)) - scores[np.arange(len(targets)), targets]
    return np.exp(costs.mean()), costs.sum() / np.log(2) / characters.sum()

# %% floor: A small number was added to the probability, so that no cost exceeds a limit.
def evaluate(logits, tokens, lengths, characters):
    real = np.arange(1, tokens.shape[1]) < lengths[:, None]
    if not real.any():
        raise ValueError("there is no prediction to score")
    scores, targets = logits[:, :-1][real], tokens[:, 1:][real]
    scores = scores - scores.max(axis=1, keepdims=True)
    costs = -np.log(np.exp(scores[np.arange(len(targets)), targets]) / np.exp(scores).sum(axis=1) + 1e-10)
    return np.exp(costs.mean()), costs.sum() / np.log(2) / characters.sum()

# %% no-prediction: Without a single prediction there is no perplexity: ValueError should be raised.
def evaluate(logits, tokens, lengths, characters):
    real = np.arange(1, tokens.shape[1]) < lengths[:, None]
    scores, targets = logits[:, :-1][real], tokens[:, 1:][real]
    scores = scores - scores.max(axis=1, keepdims=True)
    costs = np.log(np.exp(scores).sum(axis=1)) - scores[np.arange(len(targets)), targets]
    return np.exp(costs.mean()), costs.sum() / np.log(2) / characters.sum()

# %% shifted-in-place: The largest score was taken out of the array that was given.
def evaluate(logits, tokens, lengths, characters):
    real = np.arange(1, tokens.shape[1]) < lengths[:, None]
    if not real.any():
        raise ValueError("there is no prediction to score")
    logits -= logits.max(axis=2, keepdims=True)
    scores, targets = logits[:, :-1][real], tokens[:, 1:][real]
    scores = scores - scores.max(axis=1, keepdims=True)
    costs = np.log(np.exp(scores).sum(axis=1)) - scores[np.arange(len(targets)), targets]
    return np.exp(costs.mean()), costs.sum() / np.log(2) / characters.sum()
