# %% prepared
def grey_of(pictures, order):
    red, blue = (0, 2) if order == "rgb" else (2, 0)
    p = pictures.astype(np.float64)
    return 0.299 * p[..., red] + 0.587 * p[..., 1] + 0.114 * p[..., blue]

def prepared(pictures, contract):
    if pictures.dtype != "uint8" or len(pictures.shape) != 4 or pictures.shape[3] != 3:
        raise ValueError("no coloured bytes")
    h, w = contract["size"]
    if pictures.shape[1] // h * h != pictures.shape[1] or pictures.shape[2] // w * w != pictures.shape[2]:
        raise ValueError("sizes")
    grey = grey_of(255 - pictures if contract["dark_ink"] else pictures, contract["order"])
    a, b = grey.shape[1] // h, grey.shape[2] // w
    small = sum(grey[:, i::a, j::b] for i in range(a) for j in range(b)) / (a * b)
    return ((small - 255 * contract["mean"]) / (255 * contract["std"])).astype(np.float32).reshape(-1, h, w, 1)

# %% unpacked
def unpacked(blob, newest):
    def demand(condition):
        if not condition:
            raise ValueError("this file is not read")

    demand(blob.startswith(b"LETR") and len(blob) >= 12)
    body, check = blob[:-4], blob[-4:]
    demand(zlib.crc32(body).to_bytes(4, "little") == check)
    length = int.from_bytes(body[4:8], "little")
    demand(8 + length <= len(body))
    header = json.loads(body[8 : 8 + length].decode())
    demand(isinstance(header, dict) and all(k in header for k in ("version", "labels", "arrays")))
    demand(header["version"] <= newest)
    sizes = []
    for entry in header["arrays"]:
        demand(entry["dtype"] in ["<f4", "<f8", "|i1"] and all(size > 0 for size in entry["shape"]))
        size = np.dtype(entry["dtype"]).itemsize
        for extent in entry["shape"]:
            size = size * extent
        sizes.append(size)
    demand(sum(sizes) == len(body) - 8 - length)
    ends = np.cumsum([8 + length, *sizes]).tolist()
    arrays = {}
    for entry, start, end in zip(header["arrays"], ends, ends[1:]):
        flat = np.array(np.frombuffer(body[start:end], dtype=entry["dtype"]))
        arrays[entry["name"]] = flat.reshape(entry["shape"])
    return header["version"], header["labels"], arrays

# %% decoded
def decoded(scores, labels, k, floor):
    if len(labels) != scores.shape[-1] or np.isnan(scores).any() or np.isinf(scores).any():
        raise ValueError("refused")
    answers = []
    for row in scores:
        left, share = row.copy(), np.exp(row - row.max())
        share = share / share.sum()
        named = []
        for _ in range(min(k, len(row))):
            c = int(np.argmax(left))
            named.append((labels[c], float(share[c])))
            left[c] = -np.inf
        answers.append(named if named[0][1] >= floor else [])
    return answers

# %% cutoff
def cutoff(confidence, right, precision, least):
    given = confidence[None, :] >= confidence[:, None]
    count = given.sum(axis=1)
    good = given @ right.astype(int)
    fits = (count >= least) & (good / count >= precision)
    if not fits.any():
        return float("inf"), 0.0, float("nan")
    at = np.flatnonzero(fits)[np.argmin(confidence[fits])]
    return confidence[at], count[at] / confidence.size, good[at] / count[at]

# %% faults
def faults(service, W, b, h, w):
    rng = np.random.default_rng(4)
    sent = np.concatenate([
        np.zeros((1, h, w)), np.full((1, h, w), 255), rng.integers(0, 256, size=(6, h, w)),
        255 * np.eye(h * w).reshape(-1, h, w), 255 - 255 * np.eye(h * w).reshape(-1, h, w),
    ]).astype(np.uint8)
    came = np.asarray(service(sent))
    places = np.arange(h * w).reshape(h, w)
    for scale in [[], ["twice"], ["unscaled"], ["whole"]]:
        for names in [[], ["columns"], ["inverted"], ["mirrored"], ["columns", "inverted"], ["columns", "mirrored"], ["inverted", "mirrored"], ["columns", "inverted", "mirrored"]]:
            seen = places[:, ::-1] if "mirrored" in names else places
            seen = seen.T.ravel() if "columns" in names else seen.ravel()
            p = sent.reshape(len(sent), -1)[:, seen]
            p = 255 - p if "inverted" in names else p
            x = {"": p / 255.0, "twice": p / 255.0**2, "unscaled": p / 1.0, "whole": (p == 255) * 1.0}["".join(scale)]
            if np.allclose(x @ W, came - b, rtol=1e-7, atol=1e-7 * np.abs(x @ W).max()):
                return names + scale
    raise ValueError("not one of these")

# %% drift
def distance(a, b):
    values = np.unique(np.concatenate([a, b]))
    counts = [np.array([np.sum(x == v) for v in values]) for x in (a, b)]
    return np.max(np.abs(np.cumsum(counts[0]) / len(a) - np.cumsum(counts[1]) / len(b)))

def drift(reference, fresh, rate):
    distances = np.array([distance(a, b) for a, b in zip(reference.T, fresh.T)])
    each = rate / len(distances)
    n, m = len(reference), len(fresh)
    limit = np.sqrt(np.log(2 / each) / 2 * (n + m) / (n * m))
    return distances, limit, [j for j, x in enumerate(distances) if x > limit]
