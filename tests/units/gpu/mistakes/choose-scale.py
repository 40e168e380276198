# %% cast-first: The gradients were made float16 before they were multiplied; what is lost stays lost.
def choose_scale(gradients):
    flat = np.concatenate([np.ravel(g) for g in gradients])
    with np.errstate(over="ignore"):
        scale = max(2**k for k in range(25) if np.isfinite((flat * np.float32(2**k)).astype(np.float16)).all())
    lost = int(np.sum((flat != 0) & (flat.astype(np.float16) == 0)))
    return scale, lost, lost

# %% zeros-counted: Gradients that were 0 before are not lost.
def choose_scale(gradients):
    flat = np.concatenate([np.ravel(g) for g in gradients])
    with np.errstate(over="ignore"):
        made = {2**k: (flat * np.float32(2**k)).astype(np.float16) for k in range(25)}
    scale = max(s for s, g in made.items() if np.isfinite(g).all())
    return scale, int(np.sum(made[1] == 0)), int(np.sum(made[scale] == 0))

# %% no-sign: Large negative gradients overflow as well.
def choose_scale(gradients):
    flat = np.concatenate([np.ravel(g) for g in gradients])
    scale = max(2**k for k in range(25) if k == 0 or flat.max() * 2.0**k < 65520)
    lost = lambda s: int(np.sum((flat != 0) & (np.abs(flat).astype(float) * s <= 2.0**-25)))
    return scale, lost(1), lost(scale)

# %% normal-limit: Below 6.1e-5 the numbers of float16 get coarser; they become 0 only below 3e-8.
def choose_scale(gradients):
    flat = np.concatenate([np.ravel(g) for g in gradients])
    with np.errstate(over="ignore"):
        scale = max(2**k for k in range(25) if np.isfinite((flat * np.float32(2**k)).astype(np.float16)).all())
    tiny = float(np.finfo(np.float16).tiny)
    lost = lambda s: int(np.sum((flat != 0) & (np.abs(flat) * s < tiny)))
    return scale, lost(1), lost(scale)

# %% one-less: A larger power of two is still safe.
def choose_scale(gradients):
    flat = np.concatenate([np.ravel(g) for g in gradients])
    scale = 1
    while scale < 2**24 and np.abs(flat).max() * scale * 4 < 65520:
        scale *= 2
    lost = lambda s: int(np.sum((flat != 0) & ((flat * np.float32(s)).astype(np.float16) == 0)))
    return scale, lost(1), lost(scale)

# %% no-power: The scale is a power of two, so that it changes no digit.
def choose_scale(gradients):
    flat = np.concatenate([np.ravel(g) for g in gradients])
    top = float(np.abs(flat).max())
    scale = min(65504 / top if top else 2.0**24, 2.0**24)
    lost = lambda s: int(np.sum((flat != 0) & ((flat * np.float32(s)).astype(np.float16) == 0)))
    return scale, lost(1), lost(scale)

# %% no-cap: The largest scale that is allowed is 2 ** 24.
def choose_scale(gradients):
    flat = np.concatenate([np.ravel(g) for g in gradients])
    with np.errstate(over="ignore"):
        scale = max(2**k for k in range(60) if np.isfinite((flat * np.float32(2**k)).astype(np.float16)).all())
    lost = lambda s: int(np.sum((flat != 0) & ((flat * np.float32(s)).astype(np.float16) == 0)))
    return scale, lost(1), lost(scale)
