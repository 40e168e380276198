# %% prepared
def prepared(pictures, contract):
    h, w = contract["size"]
    if pictures.dtype.str != "|u1" or pictures.shape[3:] != (3,) or pictures.shape[1] % h or pictures.shape[2] % w:
        raise ValueError("not to the contract")
    n, tall, wide, _ = pictures.shape
    blocks = np.einsum("niajbc->nijc", pictures.reshape(n, h, tall // h, w, wide // w, 3).astype(float))
    weights = np.array([0.299, 0.587, 0.114])[:: 1 if contract["order"] == "rgb" else -1]
    grey = blocks @ weights * (h * w / (tall * wide * 255))
    grey = abs(contract["dark_ink"] - grey)
    return np.expand_dims((grey - contract["mean"]) / contract["std"], -1).astype("float32")

# %% unpacked
def unpacked(blob, newest):
    import io
    stream = io.BytesIO(blob)
    if stream.read(4) != b"LETR" or len(blob) < 12:
        raise ValueError("no model")
    if blob[-4:] != zlib.crc32(memoryview(blob)[:-4]).to_bytes(4, "little"):
        raise ValueError("checksum")
    length = int.from_bytes(stream.read(4), "little")
    if length + 12 > len(blob):
        raise ValueError("length")
    header = json.loads(stream.read(length))
    if not isinstance(header, dict) or not {"version", "labels", "arrays"} <= set(header):
        raise ValueError("entries")
    if header["version"] > newest:
        raise ValueError("version")
    numbers, arrays = bytearray(stream.read()[:-4]), {}
    for entry in header["arrays"]:
        if entry["dtype"] not in {"<f4", "<f8", "|i1"} or min(entry["shape"], default=1) < 1:
            raise ValueError("array")
        size = int(entry["dtype"][2]) * int(np.prod(entry["shape"]))
        if len(numbers) < size:
            raise ValueError("too few")
        arrays[entry["name"]] = np.frombuffer(numbers[:size], dtype=entry["dtype"]).reshape(entry["shape"])
        numbers = numbers[size:]
    if len(numbers):
        raise ValueError("too many")
    return header["version"], header["labels"], arrays

# %% decoded
def decoded(scores, labels, k, floor):
    if scores.shape[1:] != (len(labels),) or not np.all(np.abs(scores) < np.inf):
        raise ValueError("scores or labels")
    top = scores.max(axis=1)
    total = np.log(np.exp(scores - top[:, None]).sum(axis=1)) + top
    shares = np.exp((scores.T - total).T)
    classes = np.tile(np.arange(len(labels)), (len(scores), 1))
    order = np.lexsort((classes, -scores), axis=1)[:, :k]
    best = np.exp(top - total) >= floor - 1e-15
    return [[(labels[c], share[c]) for c in row] if ok else [] for row, share, ok in zip(order, shares, best)]

# %% cutoff
def cutoff(confidence, right, precision, least):
    order = np.argsort(-confidence)
    sure, good = confidence[order], np.cumsum(right[order])
    count = np.arange(1, len(sure) + 1)
    last = np.append(sure[1:] != sure[:-1], True)
    places = np.flatnonzero(last & (count >= least) & (good / count >= precision))
    if places.size == 0:
        return np.inf, 0.0, np.nan
    at = places[-1]
    return sure[at], count[at] / len(sure), good[at] / count[at]

# %% handled
class Refused(Exception):
    pass

def wanted(condition, status, said):
    if not condition:
        raise Refused(status, said)

def answers_of(body, model, labels, shape, limit):
    wanted(len(body) <= limit, 413, "a smaller body is expected")
    try:
        pictures = json.loads(str(body, "utf-8"))["pictures"]
    except Exception:
        raise Refused(400, "JSON with pictures is expected") from None
    wanted(isinstance(pictures, list) and pictures, 422, "pictures")
    wanted(all(isinstance(p, list) and len(p) == shape[0] for p in pictures), 422, "rows")
    rows = sum(pictures, [])
    wanted(all(isinstance(r, list) and len(r) == shape[1] for r in rows), 422, "columns")
    wanted(all(type(v) is int and v in range(256) for r in rows for v in r), 422, "pixels")
    pixels = np.array(pictures, dtype=np.uint8).astype(np.float32) / np.float32(255)
    try:
        shares = np.asarray(model(pixels))
    except Exception:
        raise Refused(500, "an error of ours") from None
    wanted(shares.shape == (len(pictures), len(labels)), 500, "an error of ours")
    wanted(np.isfinite(shares).all(), 500, "an error of ours")
    best = shares.argmax(axis=1)
    return [{"label": labels[c], "share": row[c].item()} for c, row in zip(best, shares)]

def handled(body, model, labels, shape, limit):
    try:
        return 200, json.dumps({"answers": answers_of(body, model, labels, shape, limit)}).encode()
    except Refused as refused:
        status, said = refused.args
        return status, json.dumps({"error": said}).encode()

# %% faults
def faults(service, W, b, h, w):
    from itertools import product
    rng = np.random.default_rng(0)
    sent = rng.choice([0, 1, 77, 254, 255], p=[0.2, 0.1, 0.1, 0.1, 0.5], size=(64, h, w)).astype("uint8")
    came = service(sent)
    scales = {"": lambda p: p / 255, "twice": lambda p: p / 65025, "unscaled": lambda p: p * 1.0, "whole": lambda p: p // 255}
    for column, inverse, mirror, scale in product([0, 1], [0, 1], [0, 1], scales):
        p = 255 * inverse + (1 - 2 * inverse) * sent.astype(int)
        p = scales[scale](np.flip(p, 2) if mirror else p)
        line = np.stack([q.ravel(order="F" if column else "C") for q in p])
        if np.abs(came - b - line @ W).max() < 1e-6 * np.abs(line @ W).max():
            return ["columns"] * column + ["inverted"] * inverse + ["mirrored"] * mirror + [scale] * bool(scale)
    raise ValueError("unknown fault")

# %% drift
def drift(reference, fresh, rate):
    n, m, d = len(reference), len(fresh), reference.shape[1]
    both = np.concatenate([reference, fresh])
    shares = [(part[:, None] <= both[None]).mean(axis=0) for part in (reference, fresh)]
    distances = np.abs(np.subtract(*shares)).max(axis=0)
    limit = np.sqrt((np.log(2) + np.log(d) - np.log(rate)) * (1 / n + 1 / m) / 2)
    return distances, limit, list(np.where(distances > limit)[0])

# %% served
def served(arrivals, most, wait, fixed, each):
    n, free, first, sizes = len(arrivals), -np.inf, 0, []
    ends = []
    while first < n:
        due = min([arrivals[first] + wait, *arrivals[first + most - 1 : first + most]])
        start = due if due > free else free
        size = int(np.sum(arrivals[first : first + most] <= start))
        free = start + (fixed + each * size)
        sizes, ends, first = sizes + [size], ends + [free] * size, first + size
    return sizes, np.array(ends) - arrivals
