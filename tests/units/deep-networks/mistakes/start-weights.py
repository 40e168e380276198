# %% no-root: The variance was used as the standard deviation, without the root.
def draw(shape, rule, kind, seed):
    *window, inputs, outputs = shape
    positions = int(np.prod(window))
    variances = {"lecun": 1 / (positions * inputs), "glorot": 2 / (positions * (inputs + outputs)), "he": 2 / (positions * inputs)}
    if rule not in variances or kind not in ("normal", "uniform"):
        raise ValueError
    rng, s = np.random.default_rng(seed), variances[rule]
    return rng.normal(0, s, size=shape) if kind == "normal" else rng.uniform(-np.sqrt(3) * s, np.sqrt(3) * s, size=shape)
# %% limit-is-spread: A uniform distribution between −s and s has the variance s²/3; its limit is the root of three variances.
def draw(shape, rule, kind, seed):
    *window, inputs, outputs = shape
    positions = int(np.prod(window))
    variances = {"lecun": 1 / (positions * inputs), "glorot": 2 / (positions * (inputs + outputs)), "he": 2 / (positions * inputs)}
    if rule not in variances or kind not in ("normal", "uniform"):
        raise ValueError
    rng, s = np.random.default_rng(seed), np.sqrt(variances[rule])
    return rng.normal(0, s, size=shape) if kind == "normal" else rng.uniform(-s, s, size=shape)
# %% window-forgotten: In a convolution each sum reads a whole window of every input channel, so fan-in is height · width · inputs.
def draw(shape, rule, kind, seed):
    inputs, outputs = shape[-2:]
    variances = {"lecun": 1 / inputs, "glorot": 2 / (inputs + outputs), "he": 2 / inputs}
    if rule not in variances or kind not in ("normal", "uniform"):
        raise ValueError
    rng, s = np.random.default_rng(seed), np.sqrt(variances[rule])
    return rng.normal(0, s, size=shape) if kind == "normal" else rng.uniform(-np.sqrt(3) * s, np.sqrt(3) * s, size=shape)
# %% first-two: The first two entries of a kernel's shape are its window; inputs and outputs are the last two.
def draw(shape, rule, kind, seed):
    inputs, outputs, *window = shape
    positions = int(np.prod(window))
    variances = {"lecun": 1 / (positions * inputs), "glorot": 2 / (positions * (inputs + outputs)), "he": 2 / (positions * inputs)}
    if rule not in variances or kind not in ("normal", "uniform"):
        raise ValueError
    rng, s = np.random.default_rng(seed), np.sqrt(variances[rule])
    return rng.normal(0, s, size=shape) if kind == "normal" else rng.uniform(-np.sqrt(3) * s, np.sqrt(3) * s, size=shape)
# %% fan-out: Fan-in and fan-out are swapped: LeCun and He divide by the number of inputs.
def draw(shape, rule, kind, seed):
    *window, outputs, inputs = shape
    positions = int(np.prod(window))
    variances = {"lecun": 1 / (positions * inputs), "glorot": 2 / (positions * (inputs + outputs)), "he": 2 / (positions * inputs)}
    if rule not in variances or kind not in ("normal", "uniform"):
        raise ValueError
    rng, s = np.random.default_rng(seed), np.sqrt(variances[rule])
    return rng.normal(0, s, size=shape) if kind == "normal" else rng.uniform(-np.sqrt(3) * s, np.sqrt(3) * s, size=shape)
# %% glorot-one: Glorot's variance is two over the sum of both fans, one over their mean.
def draw(shape, rule, kind, seed):
    *window, inputs, outputs = shape
    positions = int(np.prod(window))
    variances = {"lecun": 1 / (positions * inputs), "glorot": 1 / (positions * (inputs + outputs)), "he": 2 / (positions * inputs)}
    if rule not in variances or kind not in ("normal", "uniform"):
        raise ValueError
    rng, s = np.random.default_rng(seed), np.sqrt(variances[rule])
    return rng.normal(0, s, size=shape) if kind == "normal" else rng.uniform(-np.sqrt(3) * s, np.sqrt(3) * s, size=shape)
# %% one-generator: The seed does not decide: the generator has to be made from it in every call.
_rng = np.random.default_rng(0)
def draw(shape, rule, kind, seed):
    *window, inputs, outputs = shape
    positions = int(np.prod(window))
    variances = {"lecun": 1 / (positions * inputs), "glorot": 2 / (positions * (inputs + outputs)), "he": 2 / (positions * inputs)}
    if rule not in variances or kind not in ("normal", "uniform"):
        raise ValueError
    s = np.sqrt(variances[rule])
    return _rng.normal(0, s, size=shape) if kind == "normal" else _rng.uniform(-np.sqrt(3) * s, np.sqrt(3) * s, size=shape)
# %% else-he: An unknown rule or kind is taken for another one; it should be answered with ValueError.
def draw(shape, rule, kind, seed):
    *window, inputs, outputs = shape
    positions = int(np.prod(window))
    variance = 2 / (positions * inputs)
    if rule == "lecun":
        variance = 1 / (positions * inputs)
    elif rule == "glorot":
        variance = 2 / (positions * (inputs + outputs))
    rng, s = np.random.default_rng(seed), np.sqrt(variance)
    return rng.normal(0, s, size=shape) if kind == "normal" else rng.uniform(-np.sqrt(3) * s, np.sqrt(3) * s, size=shape)
