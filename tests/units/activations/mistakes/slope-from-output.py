# %% z-for-a: the outputs were taken for pre-activations in sigmoid and tanh
def slope_from_output(name, a, alpha=0.1):
    a = np.asarray(a, dtype=np.float64)
    if name == "sigmoid":
        s = 1 / (1 + np.exp(-a))
        return s * (1 - s)
    if name == "tanh":
        return 1 - np.tanh(a) ** 2
    return {
        "relu": lambda: np.where(a > 0, 1.0, 0.0),
        "leaky": lambda: np.where(a > 0, 1.0, alpha),
        "elu": lambda: np.where(a > 0, 1.0, a + alpha),
        "softplus": lambda: -np.expm1(-a),
    }[name]()

# %% not-squared: the output of tanh was not squared
def slope_from_output(name, a, alpha=0.1):
    a = np.asarray(a, dtype=np.float64)
    formulas = {
        "sigmoid": lambda: a * (1 - a),
        "tanh": lambda: 1 - a,
        "relu": lambda: np.where(a > 0, 1.0, 0.0),
        "leaky": lambda: np.where(a > 0, 1.0, alpha),
        "elu": lambda: np.where(a > 0, 1.0, a + alpha),
        "softplus": lambda: -np.expm1(-a),
    }
    if name not in formulas:
        raise ValueError(name)
    return formulas[name]()

# %% relu-at-zero: an output of 0 was given the slope 1
def slope_from_output(name, a, alpha=0.1):
    a = np.asarray(a, dtype=np.float64)
    formulas = {
        "sigmoid": lambda: a * (1 - a),
        "tanh": lambda: 1 - a**2,
        "relu": lambda: np.where(a >= 0, 1.0, 0.0),
        "leaky": lambda: np.where(a > 0, 1.0, alpha),
        "elu": lambda: np.where(a > 0, 1.0, a + alpha),
        "softplus": lambda: -np.expm1(-a),
    }
    if name not in formulas:
        raise ValueError(name)
    return formulas[name]()

# %% leaky-at-zero: leaky ReLU and ELU were given the right slope at 0
def slope_from_output(name, a, alpha=0.1):
    a = np.asarray(a, dtype=np.float64)
    formulas = {
        "sigmoid": lambda: a * (1 - a),
        "tanh": lambda: 1 - a**2,
        "relu": lambda: np.where(a > 0, 1.0, 0.0),
        "leaky": lambda: np.where(a >= 0, 1.0, alpha),
        "elu": lambda: np.where(a >= 0, 1.0, a + alpha),
        "softplus": lambda: -np.expm1(-a),
    }
    if name not in formulas:
        raise ValueError(name)
    return formulas[name]()

# %% leaky-output: the left side of leaky ReLU was given alpha times a
def slope_from_output(name, a, alpha=0.1):
    a = np.asarray(a, dtype=np.float64)
    formulas = {
        "sigmoid": lambda: a * (1 - a),
        "tanh": lambda: 1 - a**2,
        "relu": lambda: np.where(a > 0, 1.0, 0.0),
        "leaky": lambda: np.where(a > 0, 1.0, alpha * a),
        "elu": lambda: np.where(a > 0, 1.0, a + alpha),
        "softplus": lambda: -np.expm1(-a),
    }
    if name not in formulas:
        raise ValueError(name)
    return formulas[name]()

# %% elu-alpha-one: a + 1 was taken, which is right for alpha = 1 only
def slope_from_output(name, a, alpha=0.1):
    a = np.asarray(a, dtype=np.float64)
    formulas = {
        "sigmoid": lambda: a * (1 - a),
        "tanh": lambda: 1 - a**2,
        "relu": lambda: np.where(a > 0, 1.0, 0.0),
        "leaky": lambda: np.where(a > 0, 1.0, alpha),
        "elu": lambda: np.where(a > 0, 1.0, a + 1),
        "softplus": lambda: -np.expm1(-a),
    }
    if name not in formulas:
        raise ValueError(name)
    return formulas[name]()

# %% elu-exp-of-output: the exponential of the output was taken
def slope_from_output(name, a, alpha=0.1):
    a = np.asarray(a, dtype=np.float64)
    formulas = {
        "sigmoid": lambda: a * (1 - a),
        "tanh": lambda: 1 - a**2,
        "relu": lambda: np.where(a > 0, 1.0, 0.0),
        "leaky": lambda: np.where(a > 0, 1.0, alpha),
        "elu": lambda: np.where(a > 0, 1.0, alpha * np.exp(a)),
        "softplus": lambda: -np.expm1(-a),
    }
    if name not in formulas:
        raise ValueError(name)
    return formulas[name]()

# %% softplus-sigmoid: the sigmoid of the output was taken instead of that of z
def slope_from_output(name, a, alpha=0.1):
    a = np.asarray(a, dtype=np.float64)
    formulas = {
        "sigmoid": lambda: a * (1 - a),
        "tanh": lambda: 1 - a**2,
        "relu": lambda: np.where(a > 0, 1.0, 0.0),
        "leaky": lambda: np.where(a > 0, 1.0, alpha),
        "elu": lambda: np.where(a > 0, 1.0, a + alpha),
        "softplus": lambda: 1 / (1 + np.exp(-a)),
    }
    if name not in formulas:
        raise ValueError(name)
    return formulas[name]()

# %% softplus-digits: 1 - exp(-a) loses the digits of small outputs
def slope_from_output(name, a, alpha=0.1):
    a = np.asarray(a, dtype=np.float64)
    formulas = {
        "sigmoid": lambda: a * (1 - a),
        "tanh": lambda: 1 - a**2,
        "relu": lambda: np.where(a > 0, 1.0, 0.0),
        "leaky": lambda: np.where(a > 0, 1.0, alpha),
        "elu": lambda: np.where(a > 0, 1.0, a + alpha),
        "softplus": lambda: 1 - np.exp(-a),
    }
    if name not in formulas:
        raise ValueError(name)
    return formulas[name]()

# %% by-way-of-z: going back to z first overflows for large outputs
def slope_from_output(name, a, alpha=0.1):
    a = np.asarray(a, dtype=np.float64)

    def softplus():
        with np.errstate(all="ignore"):
            e = np.expm1(a)
            return e / (1 + e)

    formulas = {
        "sigmoid": lambda: a * (1 - a),
        "tanh": lambda: 1 - a**2,
        "relu": lambda: np.where(a > 0, 1.0, 0.0),
        "leaky": lambda: np.where(a > 0, 1.0, alpha),
        "elu": lambda: np.where(a > 0, 1.0, a + alpha),
        "softplus": softplus,
    }
    if name not in formulas:
        raise ValueError(name)
    return formulas[name]()

# %% alpha-fixed: alpha was left at its default
def slope_from_output(name, a, alpha=0.1):
    a = np.asarray(a, dtype=np.float64)
    formulas = {
        "sigmoid": lambda: a * (1 - a),
        "tanh": lambda: 1 - a**2,
        "relu": lambda: np.where(a > 0, 1.0, 0.0),
        "leaky": lambda: np.where(a > 0, 1.0, 0.1),
        "elu": lambda: np.where(a > 0, 1.0, a + 0.1),
        "softplus": lambda: -np.expm1(-a),
    }
    if name not in formulas:
        raise ValueError(name)
    return formulas[name]()

# %% no-error: an unknown name gave None instead of an error
def slope_from_output(name, a, alpha=0.1):
    a = np.asarray(a, dtype=np.float64)
    formulas = {
        "sigmoid": lambda: a * (1 - a),
        "tanh": lambda: 1 - a**2,
        "relu": lambda: np.where(a > 0, 1.0, 0.0),
        "leaky": lambda: np.where(a > 0, 1.0, alpha),
        "elu": lambda: np.where(a > 0, 1.0, a + alpha),
        "softplus": lambda: -np.expm1(-a),
    }
    return formulas[name]() if name in formulas else None

# %% integers: the slopes came back in the dtype of the outputs
def slope_from_output(name, a, alpha=0.1):
    formulas = {
        "sigmoid": lambda: a * (1 - a),
        "tanh": lambda: 1 - a**2,
        "relu": lambda: (a > 0).astype(a.dtype),
        "leaky": lambda: np.where(a > 0, 1.0, alpha),
        "elu": lambda: np.where(a > 0, 1.0, a + alpha),
        "softplus": lambda: -np.expm1(-a),
    }
    if name not in formulas:
        raise ValueError(name)
    return formulas[name]()

# %% in-place: the outputs that came in were overwritten
def slope_from_output(name, a, alpha=0.1):
    a = np.asarray(a, dtype=np.float64)
    formulas = {
        "sigmoid": lambda: a * (1 - a),
        "tanh": lambda: 1 - a**2,
        "leaky": lambda: np.where(a > 0, 1.0, alpha),
        "elu": lambda: np.where(a > 0, 1.0, a + alpha),
        "softplus": lambda: -np.expm1(-a),
    }
    if name == "relu":
        a[a > 0] = 1.0
        return a
    if name not in formulas:
        raise ValueError(name)
    return formulas[name]()
