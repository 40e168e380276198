# %% swapped: The rates were swapped: the first belongs to the base, the second to the head.
def two_rates(arrays, x, labels, rates, pull, steps):
    now = [keras.Variable(array) for array in arrays]
    for _ in range(steps):
        _, slopes = value_and_grad(lambda: cross_entropy(scores(now, x), labels), now)
        for place, (variable, slope) in enumerate(zip(now, slopes)):
            if place < 2:
                slope = slope + pull * (variable - arrays[place])
            variable.assign(variable - rates[1 - place // 2] * slope)
    return [keras.ops.convert_to_numpy(variable) for variable in now]

# %% one-rate: Base and head moved at the same rate.
def two_rates(arrays, x, labels, rates, pull, steps):
    now = [keras.Variable(array) for array in arrays]
    for _ in range(steps):
        _, slopes = value_and_grad(lambda: cross_entropy(scores(now, x), labels), now)
        for place, (variable, slope) in enumerate(zip(now, slopes)):
            if place < 2:
                slope = slope + pull * (variable - arrays[place])
            variable.assign(variable - rates[0] * slope)
    return [keras.ops.convert_to_numpy(variable) for variable in now]

# %% no-pull: The base was not pulled back to where it started.
def two_rates(arrays, x, labels, rates, pull, steps):
    now = [keras.Variable(array) for array in arrays]
    for _ in range(steps):
        _, slopes = value_and_grad(lambda: cross_entropy(scores(now, x), labels), now)
        for place, (variable, slope) in enumerate(zip(now, slopes)):
            if place < 2:
                slope = slope
            variable.assign(variable - rates[place // 2] * slope)
    return [keras.ops.convert_to_numpy(variable) for variable in now]

# %% to-zero: The base was pulled to 0, which is weight decay; it is pulled to where it started.
def two_rates(arrays, x, labels, rates, pull, steps):
    now = [keras.Variable(array) for array in arrays]
    for _ in range(steps):
        _, slopes = value_and_grad(lambda: cross_entropy(scores(now, x), labels), now)
        for place, (variable, slope) in enumerate(zip(now, slopes)):
            if place < 2:
                slope = slope + pull * variable
            variable.assign(variable - rates[place // 2] * slope)
    return [keras.ops.convert_to_numpy(variable) for variable in now]

# %% head-pulled: The head was pulled back as well; it has nowhere to go back to.
def two_rates(arrays, x, labels, rates, pull, steps):
    now = [keras.Variable(array) for array in arrays]
    for _ in range(steps):
        _, slopes = value_and_grad(lambda: cross_entropy(scores(now, x), labels), now)
        for place, (variable, slope) in enumerate(zip(now, slopes)):
            if True:
                slope = slope + pull * (variable - arrays[place])
            variable.assign(variable - rates[place // 2] * slope)
    return [keras.ops.convert_to_numpy(variable) for variable in now]

# %% pull-without-rate: The rate multiplies the slope and the pull; here the pull was applied in full.
def two_rates(arrays, x, labels, rates, pull, steps):
    now = [keras.Variable(array) for array in arrays]
    for _ in range(steps):
        _, slopes = value_and_grad(lambda: cross_entropy(scores(now, x), labels), now)
        for place, (variable, slope) in enumerate(zip(now, slopes)):
            if place < 2:
                variable.assign(variable - rates[0] * slope - pull * (variable - arrays[place]))
            else:
                variable.assign(variable - rates[1] * slope)
    return [keras.ops.convert_to_numpy(variable) for variable in now]

# %% uphill: The weights moved along the slope; descent goes against it.
def two_rates(arrays, x, labels, rates, pull, steps):
    now = [keras.Variable(array) for array in arrays]
    for _ in range(steps):
        _, slopes = value_and_grad(lambda: cross_entropy(scores(now, x), labels), now)
        for place, (variable, slope) in enumerate(zip(now, slopes)):
            if place < 2:
                slope = slope + pull * (variable - arrays[place])
            variable.assign(variable + rates[place // 2] * slope)
    return [keras.ops.convert_to_numpy(variable) for variable in now]
