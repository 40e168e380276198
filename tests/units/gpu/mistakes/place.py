# %% faster-each: Each operation got the device on which it is faster; copies between them can cost more.
def place(chain, first_bytes, latency, bandwidth):
    devices = ["cpu" if c <= g else "gpu" for c, g, _ in chain]
    seconds, at, size = 0.0, "cpu", first_bytes
    for device, (c, g, out) in zip(devices, chain):
        seconds += (latency + size / bandwidth) * (device != at) + (c if device == "cpu" else g)
        at, size = device, out
    return devices, seconds + (latency + size / bandwidth) * (at == "gpu")

# %% no-copies: The copies were not counted.
def place(chain, first_bytes, latency, bandwidth):
    return ["cpu" if c <= g else "gpu" for c, g, _ in chain], sum(min(c, g) for c, g, _ in chain)

# %% all-or-nothing: The whole chain was put on one device; a part of it may do better on the other.
def place(chain, first_bytes, latency, bandwidth):
    cpu = sum(c for c, _, _ in chain)
    gpu = sum(g for _, g, _ in chain) + 2 * latency + (first_bytes + chain[-1][2]) / bandwidth
    return (["cpu"] * len(chain), cpu) if cpu <= gpu else (["gpu"] * len(chain), gpu)

# %% stays-there: The result has to come back to the processor.
def place(chain, first_bytes, latency, bandwidth):
    best, size = {"cpu": (0.0, [])}, first_bytes
    for c, g, out in chain:
        copy = latency + size / bandwidth
        best = {
            d: min((t + s + copy * (w != d), p + [d]) for w, (t, p) in best.items())
            for d, s in (("cpu", c), ("gpu", g))
        }
        size = out
    seconds, devices = min(best.values())
    return devices, seconds

# %% no-latency: Every copy takes the latency, whatever its size.
def place(chain, first_bytes, latency, bandwidth):
    best, size = {"cpu": (0.0, [])}, first_bytes
    for c, g, out in chain:
        copy = size / bandwidth
        best = {
            d: min((t + s + copy * (w != d), p + [d]) for w, (t, p) in best.items())
            for d, s in (("cpu", c), ("gpu", g))
        }
        size = out
    seconds, devices = min(best["cpu"], (best["gpu"][0] + size / bandwidth, best["gpu"][1]))
    return devices, seconds

# %% greedy: Step by step the next best was taken; a copy now can pay later.
def place(chain, first_bytes, latency, bandwidth):
    seconds, at, size, devices = 0.0, "cpu", first_bytes, []
    for c, g, out in chain:
        copy = latency + size / bandwidth
        costs = {"cpu": c + copy * (at != "cpu"), "gpu": g + copy * (at != "gpu")}
        at = min(costs, key=costs.get)
        seconds, size = seconds + costs[at], out
        devices.append(at)
    return devices, seconds + (latency + size / bandwidth) * (at == "gpu")

# %% own-result: A copy before an operation moves what goes in, not what comes out of it.
def place(chain, first_bytes, latency, bandwidth):
    best, size = {"cpu": (0.0, [])}, first_bytes
    for c, g, out in chain:
        copy = latency + out / bandwidth
        best = {
            d: min((t + s + copy * (w != d), p + [d]) for w, (t, p) in best.items())
            for d, s in (("cpu", c), ("gpu", g))
        }
        size = out
    home = latency + size / bandwidth
    seconds, devices = min(best["cpu"], (best["gpu"][0] + home, best["gpu"][1]))
    return devices, seconds

# %% home-moves-first: The copy home moves the last result, not the data that went in.
def place(chain, first_bytes, latency, bandwidth):
    best, size = {"cpu": (0.0, [])}, first_bytes
    for c, g, out in chain:
        copy = latency + size / bandwidth
        best = {
            d: min((t + s + copy * (w != d), p + [d]) for w, (t, p) in best.items())
            for d, s in (("cpu", c), ("gpu", g))
        }
        size = out
    home = latency + first_bytes / bandwidth
    seconds, devices = min(best["cpu"], (best["gpu"][0] + home, best["gpu"][1]))
    return devices, seconds
