# %% too-long: the ring has one unit too many; the pulse needs k steps for a round of k units
def clock(k):
    names = ["tick"] + [f"u{i}" for i in range(1, k + 1)]
    ring = {name: (1, [names[i - 1]], ["stop"]) for i, name in enumerate(names)}
    ring["tick"] = (1, ["start", names[-1]], ["stop"])
    return ring

# %% stop-at-tick: the stop reaches only the unit tick; a pulse that is elsewhere in the ring goes on
def clock(k):
    names = ["tick"] + [f"u{i}" for i in range(1, k)]
    ring = {name: (1, [names[i - 1]], []) for i, name in enumerate(names)}
    ring["tick"] = (1, ["start", names[-1]], ["stop"])
    return ring

# %% stop-elsewhere: the stop reaches all units but tick; the pulse slips through when it is about to tick
def clock(k):
    names = ["tick"] + [f"u{i}" for i in range(1, k)]
    ring = {name: (1, [names[i - 1]], ["stop"]) for i, name in enumerate(names)}
    ring["tick"] = (1, ["start", names[-1]], [])
    return ring

# %% tick-last: the start enters behind tick, so that the first tick comes when the pulse has gone once round
def clock(k):
    names = [f"u{i}" for i in range(1, k)] + ["tick"]
    ring = {name: (1, [names[i - 1]], ["stop"]) for i, name in enumerate(names)}
    first = names[0]
    ring[first] = (1, ["start", *ring[first][1]], ["stop"])
    return ring

# %% open: the ring is not closed: the pulse runs through it once and is gone
def clock(k):
    names = ["tick"] + [f"u{i}" for i in range(1, k)]
    ring = {name: (1, [names[i - 1]], ["stop"]) for i, name in enumerate(names)}
    ring["tick"] = (1, ["start"], ["stop"])
    return ring

# %% threshold-two: tick has the threshold 2 and waits for the start and the pulse together
def clock(k):
    names = ["tick"] + [f"u{i}" for i in range(1, k)]
    ring = {name: (1, [names[i - 1]], ["stop"]) for i, name in enumerate(names)}
    ring["tick"] = (2, ["start", names[-1]], ["stop"])
    return ring

# %% self: tick excites itself and stays on; only a ring of k units makes it pause
def clock(k):
    return {"tick": (1, ["start", "tick"], ["stop"])}

# %% stop-excites: the stop was wired as an excitatory ending of tick
def clock(k):
    names = ["tick"] + [f"u{i}" for i in range(1, k)]
    ring = {name: (1, [names[i - 1]], []) for i, name in enumerate(names)}
    ring["tick"] = (1, ["start", "stop", names[-1]], [])
    return ring
