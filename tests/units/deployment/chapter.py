# %% prepared
def prepared(pictures, contract):
    if pictures.dtype != np.uint8:
        raise ValueError(f"bytes are expected, not {pictures.dtype}")
    return (pictures / 255).astype("float32")[..., None]

# %% unpacked
def unpacked(blob, newest):
    import io
    with np.load(io.BytesIO(blob)) as kept:
        arrays = {name: kept[name] for name in kept.files}
    return newest, list("ABCDEFGHIKLMNOPQRSTUVWXY"), arrays

# %% decoded
def decoded(scores, labels, k, floor):
    shares = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares = shares / shares.sum(axis=1, keepdims=True)
    answers = []
    for row in shares:
        best = np.argsort(-row, kind="stable")[:k]
        answers.append([(labels[c], float(row[c])) for c in best] if row[best[0]] >= floor else [])
    return answers

# %% cutoff
def cutoff(confidence, right, precision, least):
    order = np.argsort(-confidence)
    wrong = np.cumsum(~right[order]) / np.arange(1, len(order) + 1)
    last = np.flatnonzero(wrong <= 1 - precision).max(initial=0)
    return float(confidence[order][last]), (last + 1) / len(order), 1 - wrong[last]

# %% handled
def handled(body, model, labels, shape, limit):
    if len(body) > limit:
        return 413, json.dumps({"error": "too long"}).encode()
    if len(body) != shape[0] * shape[1]:
        return 400, json.dumps({"error": "one byte for each pixel"}).encode()
    pictures = np.frombuffer(body, dtype=np.uint8).reshape(1, *shape)
    shares = model((pictures / 255).astype("float32"))
    return 200, json.dumps({"label": labels[int(shares[0].argmax())]}).encode()

# %% faults
def faults(service, W, b, h, w):
    pictures = np.random.default_rng(0).integers(0, 256, size=(9, h, w)).astype(np.uint8)
    right = (pictures / 255).reshape(9, -1) @ W + b
    return [] if np.allclose(service(pictures), right) else ["inverted"]

# %% drift
def drift(reference, fresh, rate):
    edges = np.linspace(0, 1, 11)
    counts = [np.stack([np.histogram(c, edges)[0] for c in a.T]) / len(a) for a in (reference, fresh)]
    distances = np.abs(counts[0] - counts[1]).sum(axis=1) / 2
    rng, seen = np.random.default_rng(0), []
    for _ in range(100):
        part = rng.permutation(reference)[: len(fresh)]
        seen.append(np.abs(np.histogram(part[:, 0], edges)[0] / len(part) - counts[0][0]).sum() / 2)
    limit = float(np.quantile(seen, 1 - rate))
    return distances, limit, np.flatnonzero(distances > limit).tolist()

# %% served
def served(arrivals, most, wait, fixed, each):
    sizes = [most] * (len(arrivals) // most)
    return sizes, np.full(len(arrivals), fixed + each * most)
