# %% no-biases: The biases were not counted.
def widest(inputs, outputs, depth, budget):
    def count(m):
        return inputs * m + (depth - 1) * m * m + m * outputs
    low, high = 0, budget + 1
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if count(middle) <= budget else (low, middle)
    if low == 0:
        raise ValueError
    return low

# %% one-step-too-many: One step between hidden layers too many was counted.
def widest(inputs, outputs, depth, budget):
    def count(m):
        return (inputs + 1) * m + depth * (m + 1) * m + (m + 1) * outputs
    low, high = 0, budget + 1
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if count(middle) <= budget else (low, middle)
    if low == 0:
        raise ValueError
    return low

# %% no-inner: The weights between hidden layers were not counted.
def widest(inputs, outputs, depth, budget):
    def count(m):
        return (inputs + 1) * m + (m + 1) * outputs
    low, high = 0, budget + 1
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if count(middle) <= budget else (low, middle)
    if low == 0:
        raise ValueError
    return low

# %% budget-not-met: A stack that needs exactly the budget was refused.
def widest(inputs, outputs, depth, budget):
    def count(m):
        return (inputs + 1) * m + (depth - 1) * (m + 1) * m + (m + 1) * outputs
    low, high = 0, budget + 1
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if count(middle) < budget else (low, middle)
    if low == 0:
        raise ValueError
    return low

# %% output-bias: The biases of the output were forgotten.
def widest(inputs, outputs, depth, budget):
    def count(m):
        return (inputs + 1) * m + (depth - 1) * (m + 1) * m + m * outputs
    low, high = 0, budget + 1
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if count(middle) <= budget else (low, middle)
    if low == 0:
        raise ValueError
    return low

# %% inner-biases: Only the first and the last layer were given biases.
def widest(inputs, outputs, depth, budget):
    def count(m):
        return (inputs + 1) * m + (depth - 1) * m * m + (m + 1) * outputs
    low, high = 0, budget + 1
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if count(middle) <= budget else (low, middle)
    if low == 0:
        raise ValueError
    return low

# %% zero-instead-of-error: A budget that is too small gives 0 instead of ValueError.
def widest(inputs, outputs, depth, budget):
    def count(m):
        return (inputs + 1) * m + (depth - 1) * (m + 1) * m + (m + 1) * outputs
    low, high = 0, budget + 1
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if count(middle) <= budget else (low, middle)
    return low

# %% one-too-wide: The first width that no longer fits was returned.
def widest(inputs, outputs, depth, budget):
    def count(m):
        return (inputs + 1) * m + (depth - 1) * (m + 1) * m + (m + 1) * outputs
    if count(1) > budget:
        raise ValueError
    low, high = 0, budget + 1
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if count(middle) <= budget else (low, middle)
    return high

# %% only-doubled: The width was doubled while it fitted, and the interval never halved.
def widest(inputs, outputs, depth, budget):
    def count(m):
        return (inputs + 1) * m + (depth - 1) * (m + 1) * m + (m + 1) * outputs
    if count(1) > budget:
        raise ValueError
    m = 1
    while count(2 * m) <= budget:
        m *= 2
    return m

# %% floating-root: The root was taken in single precision, and is off for large budgets.
def widest(inputs, outputs, depth, budget):
    a, b, c = depth - 1, inputs + depth + outputs, outputs - budget
    if inputs + 1 + 2 * a + 2 * outputs > budget:
        raise ValueError
    root = -c / b if a == 0 else float(np.float32((b * b - 4 * a * c) ** 0.5) - b) / (2 * a)
    return int(root + 1e-4)
