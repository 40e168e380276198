# %% unscaled: the model wants pixels from 0 to 1
def handled(body, model, labels, shape, limit):
    def reply(status, content):
        return status, json.dumps(content).encode()
    if len(body) > limit:
        return reply(413, {"error": "long"})
    try:
        pictures = json.loads(body.decode("utf-8"))["pictures"]
    except Exception:
        return reply(400, {"error": "JSON"})
    ok = isinstance(pictures, list) and pictures and all(isinstance(p, list) and len(p) == shape[0] for p in pictures)
    ok = ok and all(isinstance(r, list) and len(r) == shape[1] for p in pictures for r in p)
    if not ok or not all(type(v) is int and 0 <= v <= 255 for p in pictures for r in p for v in r):
        return reply(422, {"error": "pictures"})
    try:
        shares = np.asarray(model(np.array(pictures, dtype=np.float32)), dtype=float)
        assert shares.shape == (len(pictures), len(labels)) and np.isfinite(shares).all()
    except Exception:
        return reply(500, {"error": "model"})
    return reply(200, {"answers": [{"label": labels[r.argmax()], "share": float(r.max())} for r in shares]})

# %% parses-first: the body was parsed before its size was looked at
def handled(body, model, labels, shape, limit):
    def reply(status, content):
        return status, json.dumps(content).encode()
    try:
        pictures = json.loads(body.decode("utf-8"))["pictures"]
    except Exception:
        return reply(400, {"error": "JSON"})
    if len(body) > limit:
        return reply(413, {"error": "long"})
    ok = isinstance(pictures, list) and pictures and all(isinstance(p, list) and len(p) == shape[0] for p in pictures)
    ok = ok and all(isinstance(r, list) and len(r) == shape[1] for p in pictures for r in p)
    if not ok or not all(type(v) is int and 0 <= v <= 255 for p in pictures for r in p for v in r):
        return reply(422, {"error": "pictures"})
    try:
        shares = np.asarray(model(np.array(pictures, dtype=np.float32) / 255), dtype=float)
        assert shares.shape == (len(pictures), len(labels)) and np.isfinite(shares).all()
    except Exception:
        return reply(500, {"error": "model"})
    return reply(200, {"answers": [{"label": labels[r.argmax()], "share": float(r.max())} for r in shares]})

# %% true-is-one: true and false passed for pixels, because Python's bool is an int
def handled(body, model, labels, shape, limit):
    def reply(status, content):
        return status, json.dumps(content).encode()
    if len(body) > limit:
        return reply(413, {"error": "long"})
    try:
        pictures = json.loads(body.decode("utf-8"))["pictures"]
    except Exception:
        return reply(400, {"error": "JSON"})
    ok = isinstance(pictures, list) and pictures and all(isinstance(p, list) and len(p) == shape[0] for p in pictures)
    ok = ok and all(isinstance(r, list) and len(r) == shape[1] for p in pictures for r in p)
    if not ok or not all(isinstance(v, int) and 0 <= v <= 255 for p in pictures for r in p for v in r):
        return reply(422, {"error": "pictures"})
    try:
        shares = np.asarray(model(np.array(pictures, dtype=np.float32) / 255), dtype=float)
        assert shares.shape == (len(pictures), len(labels)) and np.isfinite(shares).all()
    except Exception:
        return reply(500, {"error": "model"})
    return reply(200, {"answers": [{"label": labels[r.argmax()], "share": float(r.max())} for r in shares]})

# %% as-bytes: the pixels were made bytes before they were looked at, so that 256 became 0 or an error
def handled(body, model, labels, shape, limit):
    def reply(status, content):
        return status, json.dumps(content).encode()
    if len(body) > limit:
        return reply(413, {"error": "long"})
    try:
        pictures = json.loads(body.decode("utf-8"))["pictures"]
    except Exception:
        return reply(400, {"error": "JSON"})
    try:
        pixels = np.array(pictures).astype(np.uint8)
        assert pixels.ndim == 3 and pixels.shape[1:] == tuple(shape)
    except Exception:
        return reply(422, {"error": "pictures"})
    try:
        shares = np.asarray(model(pixels.astype(np.float32) / 255), dtype=float)
        assert shares.shape == (len(pictures), len(labels)) and np.isfinite(shares).all()
    except Exception:
        return reply(500, {"error": "model"})
    return reply(200, {"answers": [{"label": labels[r.argmax()], "share": float(r.max())} for r in shares]})

# %% tells-all: the text of the model's error went out to whoever asked
def handled(body, model, labels, shape, limit):
    def reply(status, content):
        return status, json.dumps(content).encode()
    if len(body) > limit:
        return reply(413, {"error": "long"})
    try:
        pictures = json.loads(body.decode("utf-8"))["pictures"]
    except Exception as error:
        return reply(400, {"error": repr(error)})
    ok = isinstance(pictures, list) and pictures and all(isinstance(p, list) and len(p) == shape[0] for p in pictures)
    ok = ok and all(isinstance(r, list) and len(r) == shape[1] for p in pictures for r in p)
    if not ok or not all(type(v) is int and 0 <= v <= 255 for p in pictures for r in p for v in r):
        return reply(422, {"error": "pictures"})
    try:
        shares = np.asarray(model(np.array(pictures, dtype=np.float32) / 255), dtype=float)
        assert shares.shape == (len(pictures), len(labels)) and np.isfinite(shares).all()
    except Exception as error:
        return reply(500, {"error": f"the model failed: {error}"})
    return reply(200, {"answers": [{"label": labels[r.argmax()], "share": float(r.max())} for r in shares]})

# %% one-by-one: the model was called for each picture; one call for all is asked for
def handled(body, model, labels, shape, limit):
    def reply(status, content):
        return status, json.dumps(content).encode()
    if len(body) > limit:
        return reply(413, {"error": "long"})
    try:
        pictures = json.loads(body.decode("utf-8"))["pictures"]
    except Exception:
        return reply(400, {"error": "JSON"})
    ok = isinstance(pictures, list) and pictures and all(isinstance(p, list) and len(p) == shape[0] for p in pictures)
    ok = ok and all(isinstance(r, list) and len(r) == shape[1] for p in pictures for r in p)
    if not ok or not all(type(v) is int and 0 <= v <= 255 for p in pictures for r in p for v in r):
        return reply(422, {"error": "pictures"})
    try:
        shares = np.array([np.asarray(model(np.array([p], dtype=np.float32) / 255), dtype=float)[0] for p in pictures])
        assert shares.shape == (len(pictures), len(labels)) and np.isfinite(shares).all()
    except Exception:
        return reply(500, {"error": "model"})
    return reply(200, {"answers": [{"label": labels[r.argmax()], "share": float(r.max())} for r in shares]})
