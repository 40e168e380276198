# %% two-workers: a batch was started while the worker was still busy
def served(arrivals, most, wait, fixed, each):
    sizes, latencies, first = [], np.empty(len(arrivals)), 0
    while first < len(arrivals):
        full = arrivals[first + most - 1] if first + most <= len(arrivals) else np.inf
        start = min(arrivals[first] + wait, full)
        size = min(most, int(np.sum(arrivals <= start)) - first)
        latencies[first : first + size] = start + fixed + each * size - arrivals[first : first + size]
        sizes.append(size)
        first += size
    return sizes, latencies

# %% waits-though-full: a batch waited to the end of its patience, although it was full
def served(arrivals, most, wait, fixed, each):
    sizes, latencies, free, first = [], np.empty(len(arrivals)), 0.0, 0
    while first < len(arrivals):
        start = max(free, arrivals[first] + wait)
        size = min(most, int(np.sum(arrivals <= start)) - first)
        free = start + fixed + each * size
        latencies[first : first + size] = free - arrivals[first : first + size]
        sizes.append(size)
        first += size
    return sizes, latencies

# %% too-many: a batch took all that were waiting, more than the most
def served(arrivals, most, wait, fixed, each):
    sizes, latencies, free, first = [], np.empty(len(arrivals)), 0.0, 0
    while first < len(arrivals):
        full = arrivals[first + most - 1] if first + most <= len(arrivals) else np.inf
        start = max(free, min(arrivals[first] + wait, full))
        size = int(np.sum(arrivals <= start)) - first
        free = start + fixed + each * size
        latencies[first : first + size] = free - arrivals[first : first + size]
        sizes.append(size)
        first += size
    return sizes, latencies

# %% late-patience: patience began when the worker was free; it begins when the request arrives
def served(arrivals, most, wait, fixed, each):
    sizes, latencies, free, first = [], np.empty(len(arrivals)), 0.0, 0
    while first < len(arrivals):
        full = arrivals[first + most - 1] if first + most <= len(arrivals) else np.inf
        start = min(max(free, arrivals[first]) + wait, max(free, full))
        size = min(most, int(np.sum(arrivals <= start)) - first)
        free = start + fixed + each * size
        latencies[first : first + size] = free - arrivals[first : first + size]
        sizes.append(size)
        first += size
    return sizes, latencies

# %% just-too-late: a request that arrives at the very moment of the start was left behind
def served(arrivals, most, wait, fixed, each):
    sizes, latencies, free, first = [], np.empty(len(arrivals)), 0.0, 0
    while first < len(arrivals):
        full = arrivals[first + most - 1] if first + most <= len(arrivals) else np.inf
        start = max(free, min(arrivals[first] + wait, full))
        size = max(1, min(most, int(np.sum(arrivals < start)) - first))
        free = start + fixed + each * size
        latencies[first : first + size] = free - arrivals[first : first + size]
        sizes.append(size)
        first += size
    return sizes, latencies

# %% from-the-start: the latency was counted from the start of the batch; it begins with the arrival
def served(arrivals, most, wait, fixed, each):
    sizes, latencies, free, first = [], np.empty(len(arrivals)), 0.0, 0
    while first < len(arrivals):
        full = arrivals[first + most - 1] if first + most <= len(arrivals) else np.inf
        start = max(free, min(arrivals[first] + wait, full))
        size = min(most, int(np.sum(arrivals <= start)) - first)
        free = start + fixed + each * size
        latencies[first : first + size] = free - start
        sizes.append(size)
        first += size
    return sizes, latencies
