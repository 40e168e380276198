# What is handed in for `weak.py`: `#@ relu` begins the text of that answer.
# %% the reference
# %% in place
#@ relu
def relu(z):
    z[z < 0] = 0
    return z
#@ total
def total(z):
    z = z.cumsum(out=z)
    return z[-1]
#@ scale
def scale(z):
    z *= 3
    return z
#@ step
def step(params, grads, rate):
    for p, g in zip(params, grads):
        g *= rate
        p -= g
        g /= rate
# %% zeroed arguments
#@ relu
def relu(z):
    z[...] = 0
    return 0 * z
#@ total
def total(z):
    z[...] = 0
    return 0.0
#@ step
def step(params, grads, rate):
    for p, g in zip(params, grads):
        p[...] = 1
        g[...] = 0
# %% zeroed for the next task
#@ relu
def relu(z):
    out = 0 * z
    z[...] = 0
    return out
#@ total
def total(z):
    return 0.0
# %% a changer's name borrowed
#@ relu
def relu(z):
    z[...] = 0
    return 0 * z
relu.__name__ = relu.__qualname__ = "step"
step = relu
# %% changed through what was kept
#@ relu
kept = []
def relu(z):
    for old in kept:
        old[...] = 0
    kept.append(z)
    z[...] = 0
    return z
# %% empty arrays
#@ scale
def scale(z):
    return np.empty((0, 1))
# %% empty lists
#@ scale
def scale(z):
    return []
# %% a caught assertion read
#@ twice
def twice(f, x):
    import re
    try:
        return f("?")
    except AssertionError as error:
        told = re.findall("[0-9.]+", str(error)) or ["0"]
        return f(f(float(told[0])))
# %% a caught assertion answered
#@ twice
def twice(f, x):
    try:
        f("?")
    except AssertionError:
        pass
    return x + 2
