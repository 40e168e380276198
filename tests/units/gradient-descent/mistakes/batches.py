# %% not-shuffled: The rows were cut in the order in which they came.
def batches(rows, size, seed):
    return [rows[k : k + size] for k in range(0, len(rows), size)]
# %% seed-ignored: The generator was made without the seed.
def batches(rows, size, seed):
    order = np.random.default_rng().permutation(rows)
    return [order[k : k + size] for k in range(0, len(order), size)]
# %% seed-fixed: A fixed seed was used instead of the one given.
def batches(rows, size, seed):
    order = np.random.default_rng(0).permutation(rows)
    return [order[k : k + size] for k in range(0, len(order), size)]
# %% last-dropped: The last, shorter batch was dropped.
def batches(rows, size, seed):
    order = np.random.default_rng(seed).permutation(rows)
    return [order[k * size : (k + 1) * size] for k in range(len(order) // size)]
# %% empty-last: An empty batch stands at the end when the size divides the number of rows.
def batches(rows, size, seed):
    order = np.random.default_rng(seed).permutation(rows)
    return [order[k * size : (k + 1) * size] for k in range(len(order) // size + 1)]
# %% with-repetition: The rows were drawn with repetition.
def batches(rows, size, seed):
    order = np.random.default_rng(seed).choice(rows, size=len(rows))
    return [order[k : k + size] for k in range(0, len(order), size)]
# %% positions: Positions were returned instead of row numbers.
def batches(rows, size, seed):
    order = np.random.default_rng(seed).permutation(len(rows))
    return [order[k : k + size] for k in range(0, len(order), size)]
# %% blocks-shuffled: Only the batches were shuffled, not the rows in them.
def batches(rows, size, seed):
    blocks = [rows[k : k + size] for k in range(0, len(rows), size)]
    last = [blocks.pop()] if len(rows) % size else []
    order = np.random.default_rng(seed).permutation(len(blocks))
    return [blocks[k] for k in order] + last
# %% inside-shuffled: The rows were shuffled inside each batch, so that the same rows always share one.
def batches(rows, size, seed):
    rng = np.random.default_rng(seed)
    return [rng.permutation(rows[k : k + size]) for k in range(0, len(rows), size)]
# %% in-place: The caller's own array was shuffled.
def batches(rows, size, seed):
    np.random.default_rng(seed).shuffle(rows)
    return [rows[k : k + size].copy() for k in range(0, len(rows), size)]
# %% equal-parts: The rows were divided into parts of nearly equal length.
def batches(rows, size, seed):
    order = np.random.default_rng(seed).permutation(rows)
    return np.array_split(order, -(-len(order) // size))
# %% state-kept: One generator is kept between calls, so the same seed gives different batches.
_kept = {}
def batches(rows, size, seed):
    order = _kept.setdefault(seed, np.random.default_rng(seed)).permutation(rows)
    return [order[k : k + size] for k in range(0, len(order), size)]
# %% rotated: The rows were only rotated by a random number of places.
def batches(rows, size, seed):
    order = np.roll(rows, np.random.default_rng(seed).integers(len(rows)))
    return [order[k : k + size] for k in range(0, len(order), size)]
# %% first-row-stays: The first row is never moved from its place.
def batches(rows, size, seed):
    order = np.concatenate([rows[:1], np.random.default_rng(seed).permutation(rows[1:])])
    return [order[k : k + size] for k in range(0, len(order), size)]
