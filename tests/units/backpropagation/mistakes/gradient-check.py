# %% one-sided: L(w + s) - L(w) over s is a one-sided difference, far less exact than the central one.
def gradient_check(loss, params, grads, step=1e-5):
    worst = 0.0
    for which, array in enumerate(params):
        for place in np.ndindex(array.shape):
            moved = [p.copy() for p in params]
            moved[which][place] += step
            a, m = grads[which][place], (loss(moved) - loss(params)) / step
            worst = max(worst, abs(a - m) / max(1e-3, abs(a) + abs(m)))
    return worst
# %% mean: The mean of the differences hides one wrong gradient among many right ones.
def gradient_check(loss, params, grads, step=1e-5):
    found = []
    for which, array in enumerate(params):
        for place in np.ndindex(array.shape):
            up, down = [p.copy() for p in params], [p.copy() for p in params]
            up[which][place] += step
            down[which][place] -= step
            a, m = grads[which][place], (loss(up) - loss(down)) / (2 * step)
            found.append(abs(a - m) / max(1e-3, abs(a) + abs(m)))
    return np.mean(found)
# %% absolute: The difference was not divided by the size of the gradients.
def gradient_check(loss, params, grads, step=1e-5):
    worst = 0.0
    for which, array in enumerate(params):
        for place in np.ndindex(array.shape):
            up, down = [p.copy() for p in params], [p.copy() for p in params]
            up[which][place] += step
            down[which][place] -= step
            worst = max(worst, abs(grads[which][place] - (loss(up) - loss(down)) / (2 * step)))
    return worst
# %% restored-by-arithmetic: w + s - 2 s + s is not always w, so the parameters are not quite restored.
def gradient_check(loss, params, grads, step=1e-5):
    worst = 0.0
    for array, grad in zip(params, grads):
        for place in np.ndindex(array.shape):
            array[place] += step
            above = loss(params)
            array[place] -= 2 * step
            below = loss(params)
            array[place] += step
            a, m = grad[place], (above - below) / (2 * step)
            worst = max(worst, abs(a - m) / max(1e-3, abs(a) + abs(m)))
    return worst
# %% first-array-only: Only the first array of the list was looked at.
def gradient_check(loss, params, grads, step=1e-5):
    worst = 0.0
    for place in np.ndindex(params[0].shape):
        up, down = [p.copy() for p in params], [p.copy() for p in params]
        up[0][place] += step
        down[0][place] -= step
        a, m = grads[0][place], (loss(up) - loss(down)) / (2 * step)
        worst = max(worst, abs(a - m) / max(1e-3, abs(a) + abs(m)))
    return worst
# %% no-absolute-value: a - m without its absolute value misses gradients that are too small.
def gradient_check(loss, params, grads, step=1e-5):
    worst = 0.0
    for which, array in enumerate(params):
        for place in np.ndindex(array.shape):
            up, down = [p.copy() for p in params], [p.copy() for p in params]
            up[which][place] += step
            down[which][place] -= step
            a, m = grads[which][place], (loss(up) - loss(down)) / (2 * step)
            worst = max(worst, (a - m) / max(1e-3, abs(a) + abs(m)))
    return worst
# %% divided-by-the-step: L(w + s) - L(w - s) spans two steps, and it was divided by one.
def gradient_check(loss, params, grads, step=1e-5):
    worst = 0.0
    for which, array in enumerate(params):
        for place in np.ndindex(array.shape):
            up, down = [p.copy() for p in params], [p.copy() for p in params]
            up[which][place] += step
            down[which][place] -= step
            a, m = grads[which][place], (loss(up) - loss(down)) / step
            worst = max(worst, abs(a - m) / max(1e-3, abs(a) + abs(m)))
    return worst
# %% no-lower-limit: Without the lower limit two gradients near zero look different.
def gradient_check(loss, params, grads, step=1e-5):
    worst = 0.0
    for which, array in enumerate(params):
        for place in np.ndindex(array.shape):
            up, down = [p.copy() for p in params], [p.copy() for p in params]
            up[which][place] += step
            down[which][place] -= step
            a, m = grads[which][place], (loss(up) - loss(down)) / (2 * step)
            if a != m:
                worst = max(worst, abs(a - m) / (abs(a) + abs(m)))
    return worst
# %% own-step: The step passed in was ignored.
def gradient_check(loss, params, grads, step=1e-5):
    step, worst = 1e-5, 0.0
    for which, array in enumerate(params):
        for place in np.ndindex(array.shape):
            up, down = [p.copy() for p in params], [p.copy() for p in params]
            up[which][place] += step
            down[which][place] -= step
            a, m = grads[which][place], (loss(up) - loss(down)) / (2 * step)
            worst = max(worst, abs(a - m) / max(1e-3, abs(a) + abs(m)))
    return worst
# %% whole-vector: The lengths of whole arrays were compared, which hides one wrong number among many.
def gradient_check(loss, params, grads, step=1e-5):
    worst = 0.0
    for which, (array, grad) in enumerate(zip(params, grads)):
        m = np.zeros(array.shape)
        for place in np.ndindex(array.shape):
            ends = []
            for change in (step, -step):
                moved = [p.copy() for p in params]
                moved[which][place] += change
                ends.append(loss(moved))
            m[place] = (ends[0] - ends[1]) / (2 * step)
        worst = max(worst, np.linalg.norm(grad - m) / max(1e-3, np.linalg.norm(grad) + np.linalg.norm(m)))
    return float(worst)
# %% last-array: The maximum starts again with each array, so only the last one counts.
def gradient_check(loss, params, grads, step=1e-5):
    for which, (array, grad) in enumerate(zip(params, grads)):
        worst = 0.0
        for place in np.ndindex(array.shape):
            ends = []
            for change in (step, -step):
                moved = [p.copy() for p in params]
                moved[which][place] += change
                ends.append(loss(moved))
            a, m = grad[place], (ends[0] - ends[1]) / (2 * step)
            worst = max(worst, abs(a - m) / max(1e-3, abs(a) + abs(m)))
    return float(worst)
