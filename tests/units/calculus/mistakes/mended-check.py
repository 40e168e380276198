# %% all-at-once: Raising all entries at once shows the sum of the gradient and nothing else.
def mended_check(f, gradient, x, step=1e-5):
    a = np.asarray(gradient(x))
    if a.shape != x.shape:
        return False
    m = (f(x + step) - f(x - step)) / (2 * step)
    return bool(abs(m - a.sum()) <= 1e-4 * max(abs(m), abs(a.sum())))
# %% no-size: A difference that is very negative counts as well: take its size.
def mended_check(f, gradient, x, step=1e-5):
    a = np.asarray(gradient(x))
    if a.shape != x.shape:
        return False
    m = np.array([f(x + s.reshape(x.shape)) - f(x - s.reshape(x.shape)) for s in step * np.eye(x.size)]).reshape(x.shape) / (2 * step)
    return bool((m - a).max() <= 1e-4 * max(abs(a).max(), abs(m).max()))
# %% absolute: Compare the difference with the size of the gradient, not with a fixed number.
def mended_check(f, gradient, x, step=1e-5):
    a = np.asarray(gradient(x))
    if a.shape != x.shape:
        return False
    m = np.array([f(x + s.reshape(x.shape)) - f(x - s.reshape(x.shape)) for s in step * np.eye(x.size)]).reshape(x.shape) / (2 * step)
    return bool(abs(m - a).max() <= 1e-4)
# %% one-sided: A one-sided quotient is off by half a step times the curvature.
def mended_check(f, gradient, x, step=1e-5):
    a = np.asarray(gradient(x))
    if a.shape != x.shape:
        return False
    m = np.array([f(x + s.reshape(x.shape)) - f(x) for s in step * np.eye(x.size)]).reshape(x.shape) / step
    return bool(abs(m - a).max() <= 1e-4 * max(abs(a).max(), abs(m).max()))
# %% mean: The mean difference hides one wrong entry among many.
def mended_check(f, gradient, x, step=1e-5):
    a = np.asarray(gradient(x))
    if a.shape != x.shape:
        return False
    m = np.array([f(x + s.reshape(x.shape)) - f(x - s.reshape(x.shape)) for s in step * np.eye(x.size)]).reshape(x.shape) / (2 * step)
    return bool(abs(m - a).mean() <= 1e-4 * max(abs(a).max(), abs(m).max()))
# %% shape-forgotten: An array of another shape is stretched to fit, and passes.
def mended_check(f, gradient, x, step=1e-5):
    a = np.asarray(gradient(x))
    m = np.array([f(x + s.reshape(x.shape)) - f(x - s.reshape(x.shape)) for s in step * np.eye(x.size)]).reshape(x.shape) / (2 * step)
    return bool(abs(m - a).max() <= 1e-4 * max(abs(a).max(), abs(m).max()))
# %% divided-by-the-step: The two places are two steps apart.
def mended_check(f, gradient, x, step=1e-5):
    a = np.asarray(gradient(x))
    if a.shape != x.shape:
        return False
    m = np.array([f(x + s.reshape(x.shape)) - f(x - s.reshape(x.shape)) for s in step * np.eye(x.size)]).reshape(x.shape) / step
    return bool(abs(m - a).max() <= 1e-4 * max(abs(a).max(), abs(m).max()))
# %% upside-down: True means right; the answer is the wrong way round.
def mended_check(f, gradient, x, step=1e-5):
    a = np.asarray(gradient(x))
    if a.shape != x.shape:
        return True
    m = np.array([f(x + s.reshape(x.shape)) - f(x - s.reshape(x.shape)) for s in step * np.eye(x.size)]).reshape(x.shape) / (2 * step)
    return bool(abs(m - a).max() > 1e-4 * max(abs(a).max(), abs(m).max()))
# %% never-false: The check lets everything pass.
def mended_check(f, gradient, x, step=1e-5):
    return True
# %% x-left-moved: The array that was passed in was moved and not put back.
def mended_check(f, gradient, x, step=1e-5):
    a = np.asarray(gradient(x))
    if a.shape != x.shape:
        return False
    m = np.array([f(x + s.reshape(x.shape)) - f(x - s.reshape(x.shape)) for s in step * np.eye(x.size)]).reshape(x.shape) / (2 * step)
    good = bool(abs(m - a).max() <= 1e-4 * max(abs(a).max(), abs(m).max()))
    x[...] += step
    return good
# %% entry-by-entry-relative: The difference is compared with the largest entry, not with each entry by itself.
def mended_check(f, gradient, x, step=1e-5):
    a = np.asarray(gradient(x))
    if a.shape != x.shape:
        return False
    m = np.array([f(x + s.reshape(x.shape)) - f(x - s.reshape(x.shape)) for s in step * np.eye(x.size)]).reshape(x.shape) / (2 * step)
    return bool(np.all(abs(m - a) <= 1e-7 * np.maximum(abs(a), abs(m))))
# %% own-step: The step passed in was ignored.
def mended_check(f, gradient, x, step=1e-5):
    a = np.asarray(gradient(x))
    if a.shape != x.shape:
        return False
    m = np.array([f(x + s.reshape(x.shape)) - f(x - s.reshape(x.shape)) for s in 1e-5 * np.eye(x.size)]).reshape(x.shape) / 2e-5
    return bool(abs(m - a).max() <= 1e-4 * max(abs(a).max(), abs(m).max()))
# %% first-row-only: Every entry of an array counts, whatever the number of axes.
def mended_check(f, gradient, x, step=1e-5):
    a = np.asarray(gradient(x))
    if a.shape != x.shape:
        return False
    m = np.array([f(x + s.reshape(x.shape)) - f(x - s.reshape(x.shape)) for s in step * np.eye(x.size)]).reshape(x.shape) / (2 * step)
    return bool(abs(m - a)[0].max() <= 1e-4 * max(abs(a).max(), abs(m).max()))
# %% lengths-compared: Equal lengths do not make equal vectors.
def mended_check(f, gradient, x, step=1e-5):
    a = np.asarray(gradient(x))
    if a.shape != x.shape:
        return False
    m = np.array([f(x + s.reshape(x.shape)) - f(x - s.reshape(x.shape)) for s in step * np.eye(x.size)]).reshape(x.shape) / (2 * step)
    return bool(abs(np.linalg.norm(m) - np.linalg.norm(a)) <= 1e-4 * np.linalg.norm(m))
# %% too-strict: Half of the allowance is within the allowance.
def mended_check(f, gradient, x, step=1e-5):
    a = np.asarray(gradient(x))
    if a.shape != x.shape:
        return False
    m = np.array([f(x + s.reshape(x.shape)) - f(x - s.reshape(x.shape)) for s in step * np.eye(x.size)]).reshape(x.shape) / (2 * step)
    return bool(abs(m - a).max() <= 1e-5 * max(abs(a).max(), abs(m).max()))
# %% looser: The allowance is a ten-thousandth of the largest entry, not a thousandth.
def mended_check(f, gradient, x, step=1e-5):
    a = np.asarray(gradient(x))
    if a.shape != x.shape:
        return False
    m = np.array([f(x + s.reshape(x.shape)) - f(x - s.reshape(x.shape)) for s in step * np.eye(x.size)]).reshape(x.shape) / (2 * step)
    return bool(abs(m - a).max() <= 1e-3 * max(abs(a).max(), abs(m).max()))
# %% divided-by-the-size: Divided by a size of 0 the difference is no number, and no number is not below the allowance.
def mended_check(f, gradient, x, step=1e-5):
    a = np.asarray(gradient(x))
    if a.shape != x.shape:
        return False
    m = np.array([f(x + s.reshape(x.shape)) - f(x - s.reshape(x.shape)) for s in step * np.eye(x.size)]).reshape(x.shape) / (2 * step)
    with np.errstate(all="ignore"):
        return bool(abs(m - a).max() / max(abs(a).max(), abs(m).max()) <= 1e-4)
