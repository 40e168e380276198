# %% plain-mean: The replicas were counted alike; each counts as often as it has rows.
def exchange(gradients, rows, bandwidth):
    kept = [g for g, n in zip(gradients, rows) if n]
    mean = [np.mean(np.stack(same).astype(np.float32), axis=0) for same in zip(*kept)]
    p = len(gradients)
    return mean, 2 * (p - 1) / p * 2 * sum(g.size for g in gradients[0]) / bandwidth

# %% nan: A replica without rows holds nan, and 0 times nan is nan.
def exchange(gradients, rows, bandwidth):
    mean = [sum(n / sum(rows) * g.astype(np.float32) for n, g in zip(rows, same)).astype(np.float32) for same in zip(*gradients)]
    p = len(gradients)
    return mean, 2 * (p - 1) / p * 2 * sum(g.size for g in gradients[0]) / bandwidth

# %% sum: The sum over all rows was returned; the mean divides by their number.
def exchange(gradients, rows, bandwidth):
    mean = [sum(np.float32(n) * g.astype(np.float32) for n, g in zip(rows, same) if n) for same in zip(*gradients)]
    p = len(gradients)
    return mean, 2 * (p - 1) / p * 2 * sum(g.size for g in gradients[0]) / bandwidth

# %% half-sum: The sum was made in float16, where it overflows or loses digits.
def exchange(gradients, rows, bandwidth):
    with np.errstate(over="ignore"):
        mean = [(sum(np.float16(n) * g for n, g in zip(rows, same) if n) / np.float16(sum(rows))).astype(np.float32) for same in zip(*gradients)]
    p = len(gradients)
    return mean, 2 * (p - 1) / p * 2 * sum(g.size for g in gradients[0]) / bandwidth

# %% once-round: The exchange goes round twice: to add up, and to hand out.
def exchange(gradients, rows, bandwidth):
    mean = [sum(np.float32(n / sum(rows)) * g.astype(np.float32) for n, g in zip(rows, same) if n) for same in zip(*gradients)]
    p = len(gradients)
    return mean, (p - 1) / p * 2 * sum(g.size for g in gradients[0]) / bandwidth

# %% all-bytes: Replicas send at the same time; the bytes of one of them count.
def exchange(gradients, rows, bandwidth):
    mean = [sum(np.float32(n / sum(rows)) * g.astype(np.float32) for n, g in zip(rows, same) if n) for same in zip(*gradients)]
    p = len(gradients)
    return mean, 2 * (p - 1) / p * 2 * sum(g.size for r in gradients for g in r) / bandwidth

# %% idle-left-out: A replica without rows takes part in the exchange.
def exchange(gradients, rows, bandwidth):
    mean = [sum(np.float32(n / sum(rows)) * g.astype(np.float32) for n, g in zip(rows, same) if n) for same in zip(*gradients)]
    p = sum(n > 0 for n in rows)
    return mean, 2 * (p - 1) / p * 2 * sum(g.size for g in gradients[0]) / bandwidth

# %% four-bytes: The numbers are sent as float16, 2 bytes each.
def exchange(gradients, rows, bandwidth):
    mean = [sum(np.float32(n / sum(rows)) * g.astype(np.float32) for n, g in zip(rows, same) if n) for same in zip(*gradients)]
    p = len(gradients)
    return mean, 2 * (p - 1) / p * 4 * sum(g.size for g in gradients[0]) / bandwidth
