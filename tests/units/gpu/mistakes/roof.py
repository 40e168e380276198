# %% one-operation: A product has 2nkm operations: each term is multiplied and added.
def layers_under_the_roof(widths, batch, item, peak, bandwidth):
    seconds, waiting = 0.0, 0
    for layer, (k, m) in enumerate(zip(widths, widths[1:])):
        work, move = batch * k * m / peak, item * (batch * k + k * m + batch * m) / bandwidth
        times = 3 - (layer == 0)
        seconds, waiting = seconds + times * max(work, move), waiting + times * (move > work)
    return seconds, waiting

# %% forward-only: Only the forward products were counted; the way back has more.
def layers_under_the_roof(widths, batch, item, peak, bandwidth):
    seconds, waiting = 0.0, 0
    for k, m in zip(widths, widths[1:]):
        work, move = 2 * batch * k * m / peak, item * (batch * k + k * m + batch * m) / bandwidth
        seconds, waiting = seconds + max(work, move), waiting + (move > work)
    return seconds, waiting

# %% three-for-all: The first layer needs no slopes for a layer below it.
def layers_under_the_roof(widths, batch, item, peak, bandwidth):
    seconds, waiting = 0.0, 0
    for k, m in zip(widths, widths[1:]):
        work, move = 2 * batch * k * m / peak, item * (batch * k + k * m + batch * m) / bandwidth
        seconds, waiting = seconds + 3 * max(work, move), waiting + 3 * (move > work)
    return seconds, waiting

# %% sum: Both times were added; they run side by side, and the longer one counts.
def layers_under_the_roof(widths, batch, item, peak, bandwidth):
    seconds, waiting = 0.0, 0
    for layer, (k, m) in enumerate(zip(widths, widths[1:])):
        work, move = 2 * batch * k * m / peak, item * (batch * k + k * m + batch * m) / bandwidth
        times = 3 - (layer == 0)
        seconds, waiting = seconds + times * (work + move), waiting + times * (move > work)
    return seconds, waiting

# %% result-not-moved: The result of a product has to be written to memory as well.
def layers_under_the_roof(widths, batch, item, peak, bandwidth):
    seconds, waiting = 0.0, 0
    for layer, (k, m) in enumerate(zip(widths, widths[1:])):
        work, move = 2 * batch * k * m / peak, item * (batch * k + k * m) / bandwidth
        times = 3 - (layer == 0)
        seconds, waiting = seconds + times * max(work, move), waiting + times * (move > work)
    return seconds, waiting

# %% max-of-sums: The maximum was taken of the two sums; it is taken for each product.
def layers_under_the_roof(widths, batch, item, peak, bandwidth):
    works = moves = waiting = 0
    for layer, (k, m) in enumerate(zip(widths, widths[1:])):
        work, move = 2 * batch * k * m / peak, item * (batch * k + k * m + batch * m) / bandwidth
        times = 3 - (layer == 0)
        works, moves, waiting = works + times * work, moves + times * move, waiting + times * (move > work)
    return max(works, moves), waiting

# %% tie-waits: A product that needs as long for both does not wait for memory.
def layers_under_the_roof(widths, batch, item, peak, bandwidth):
    seconds, waiting = 0.0, 0
    for layer, (k, m) in enumerate(zip(widths, widths[1:])):
        work, move = 2 * batch * k * m / peak, item * (batch * k + k * m + batch * m) / bandwidth
        times = 3 - (layer == 0)
        seconds, waiting = seconds + times * max(work, move), waiting + times * (move >= work)
    return seconds, waiting
