# %% plain-mean: The pieces were averaged without their sizes.
def combine(gradients, sizes):
    return [sum(same) / len(gradients) for same in zip(*gradients)]
# %% sum-of-means: The means of the pieces were added.
def combine(gradients, sizes):
    return [sum(same) for same in zip(*gradients)]
# %% sum-over-samples: The sum over all samples was not divided by their number.
def combine(gradients, sizes):
    return [sum(n * g for n, g in zip(sizes, same)) for same in zip(*gradients)]
# %% divided-by-pieces: The sum over all samples was divided by the number of pieces.
def combine(gradients, sizes):
    return [sum(n * g for n, g in zip(sizes, same)) / len(gradients) for same in zip(*gradients)]
# %% sizes-reversed: The sizes were used in the wrong order.
def combine(gradients, sizes):
    return [sum(n * g for n, g in zip(sizes[::-1], same)) / sum(sizes) for same in zip(*gradients)]
# %% wrong-axis: The sizes were multiplied along the parameters instead of the pieces.
def combine(gradients, sizes):
    whole = []
    for same in zip(*gradients):
        stacked = np.stack(same)
        try:
            whole.append((stacked * sizes).sum(axis=0) / np.sum(sizes))
        except ValueError:
            whole.append(np.tensordot(sizes, stacked, 1) / np.sum(sizes))
    return whole
# %% running-mean: Each new piece was averaged with the result so far.
def combine(gradients, sizes):
    result = [np.array(g) for g in gradients[0]]
    for piece in gradients[1:]:
        result = [(a + b) / 2 for a, b in zip(result, piece)]
    return result
# %% in-place: The sum was gathered in the first gradient.
def combine(gradients, sizes):
    whole = []
    for same in zip(*gradients):
        total = same[0]
        total *= sizes[0]
        for n, g in zip(sizes[1:], same[1:]):
            total += n * g
        whole.append(total / sum(sizes))
    return whole
# %% first-array-only: Only the first array of parameters was combined.
def combine(gradients, sizes):
    return [sum(n * piece[0] for n, piece in zip(sizes, gradients)) / sum(sizes)]
# %% sizes-squared: The sizes were used twice.
def combine(gradients, sizes):
    w = np.asarray(sizes) ** 2
    return [sum(n * g for n, g in zip(w, same)) / sum(w) for same in zip(*gradients)]
# %% integer-shares: The shares were rounded down to integers.
def combine(gradients, sizes):
    return [sum((len(sizes) * n // sum(sizes)) * g for n, g in zip(sizes, same)) / len(sizes) for same in zip(*gradients)]
# %% sizes-in-place: The sizes were turned into shares in the caller's array.
def combine(gradients, sizes):
    total = sizes.sum()
    whole = [sum(n * g for n, g in zip(sizes, same)) / total for same in zip(*gradients)]
    sizes //= total
    return whole
