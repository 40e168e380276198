# %% uncorrected: The correction of the bias is missing.
def adamw_step(theta, state, g, rate, beta1, beta2, eps, decay):
    m, v, t = state
    m, v, t = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g**2, t + 1
    return theta - rate * m / (np.sqrt(v) + eps) - rate * decay * theta, (m, v, t)
# %% old-count: The correction used the number of steps before this one.
def adamw_step(theta, state, g, rate, beta1, beta2, eps, decay):
    m, v, t = state
    m, v = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g**2
    t_used = max(t, 1)
    step = m / (1 - beta1**t_used) / (np.sqrt(v / (1 - beta2**t_used)) + eps)
    return theta - rate * step - rate * decay * theta, (m, v, t + 1)
# %% not-counted: The number of steps was not counted up in the state.
def adamw_step(theta, state, g, rate, beta1, beta2, eps, decay):
    m, v, t = state
    m, v = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g**2
    step = m / (1 - beta1 ** (t + 1)) / (np.sqrt(v / (1 - beta2 ** (t + 1))) + eps)
    return theta - rate * step - rate * decay * theta, (m, v, t)
# %% penalty: The decay went into the gradient, so that it is divided with it.
def adamw_step(theta, state, g, rate, beta1, beta2, eps, decay):
    m, v, t = state
    g = g + decay * theta
    m, v, t = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g**2, t + 1
    return theta - rate * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps), (m, v, t)
# %% decay-of-the-new: The decay shrank the parameters after Adam's step.
def adamw_step(theta, state, g, rate, beta1, beta2, eps, decay):
    m, v, t = state
    m, v, t = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g**2, t + 1
    theta = theta - rate * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps)
    return theta - rate * decay * theta, (m, v, t)
# %% decay-without-rate: The decay was not multiplied by the rate.
def adamw_step(theta, state, g, rate, beta1, beta2, eps, decay):
    m, v, t = state
    m, v, t = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g**2, t + 1
    step = m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps)
    return theta - rate * step - decay * theta, (m, v, t)
# %% no-decay: The decay is missing; this is Adam.
def adamw_step(theta, state, g, rate, beta1, beta2, eps, decay):
    m, v, t = state
    m, v, t = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g**2, t + 1
    return theta - rate * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps), (m, v, t)
# %% eps-under-the-root: Epsilon stands under the root.
def adamw_step(theta, state, g, rate, beta1, beta2, eps, decay):
    m, v, t = state
    m, v, t = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g**2, t + 1
    step = m / (1 - beta1**t) / np.sqrt(v / (1 - beta2**t) + eps)
    return theta - rate * step - rate * decay * theta, (m, v, t)
# %% no-root: The square root is missing.
def adamw_step(theta, state, g, rate, beta1, beta2, eps, decay):
    m, v, t = state
    m, v, t = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g**2, t + 1
    step = m / (1 - beta1**t) / (v / (1 - beta2**t) + eps)
    return theta - rate * step - rate * decay * theta, (m, v, t)
# %% not-squared: The second mean was taken of the slope, not of its square.
def adamw_step(theta, state, g, rate, beta1, beta2, eps, decay):
    m, v, t = state
    m, v, t = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * abs(g), t + 1
    step = m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps)
    return theta - rate * step - rate * decay * theta, (m, v, t)
# %% corrected-stored: The corrected means were stored in the state.
def adamw_step(theta, state, g, rate, beta1, beta2, eps, decay):
    m, v, t = state
    m, v, t = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g**2, t + 1
    m, v = m / (1 - beta1**t), v / (1 - beta2**t)
    return theta - rate * m / (np.sqrt(v) + eps) - rate * decay * theta, (m, v, t)
# %% betas-swapped: The two betas were swapped.
def adamw_step(theta, state, g, rate, beta1, beta2, eps, decay):
    m, v, t = state
    beta1, beta2 = beta2, beta1
    m, v, t = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g**2, t + 1
    step = m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps)
    return theta - rate * step - rate * decay * theta, (m, v, t)
# %% first-step-forever: 1 - beta was used for every step instead of 1 - beta**t.
def adamw_step(theta, state, g, rate, beta1, beta2, eps, decay):
    m, v, t = state
    m, v, t = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g**2, t + 1
    step = m / (1 - beta1) / (np.sqrt(v / (1 - beta2)) + eps)
    return theta - rate * step - rate * decay * theta, (m, v, t)
# %% in-place: The means of the caller's state were changed in place.
def adamw_step(theta, state, g, rate, beta1, beta2, eps, decay):
    m, v, t = state
    m *= beta1
    m += (1 - beta1) * g
    v *= beta2
    v += (1 - beta2) * g**2
    step = m / (1 - beta1 ** (t + 1)) / (np.sqrt(v / (1 - beta2 ** (t + 1))) + eps)
    return theta - rate * step - rate * decay * theta, (m, v, t + 1)
# %% floor-of-eps: The root was kept above 1e-8 although epsilon was given as zero.
def adamw_step(theta, state, g, rate, beta1, beta2, eps, decay):
    m, v, t = state
    m, v, t = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g**2, t + 1
    step = m / (1 - beta1**t) / np.maximum(np.sqrt(v / (1 - beta2**t)) + eps, 1e-8)
    return theta - rate * step - rate * decay * theta, (m, v, t)
# %% decay-of-the-step: The decay shrank only those parameters that have a slope.
def adamw_step(theta, state, g, rate, beta1, beta2, eps, decay):
    m, v, t = state
    m, v, t = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g**2, t + 1
    step = m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps)
    return theta - rate * step - rate * decay * theta * (g != 0), (m, v, t)
