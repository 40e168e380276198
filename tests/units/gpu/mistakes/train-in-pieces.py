# %% pieces-alike: The pieces were counted alike, although the last one may have fewer rows.
def train_in_pieces(x, y, classes, batch, epochs, rate):
    model = build(x.shape[1], classes)
    optimizer = keras.optimizers.SGD(rate, momentum=0.9)
    variables, losses = model.trainable_variables, []
    for _ in range(epochs):
        for begin in range(0, len(x), batch):
            X, target = x[begin : begin + batch], y[begin : begin + batch]
            total, sums = 0.0, [0.0] * len(variables)
            for k in range(0, len(X), CARD_ROWS):
                a, b = X[k : k + CARD_ROWS], target[k : k + CARD_ROWS]
                value, found = value_and_grad(lambda: loss_on_card(model, a, b), variables)
                share = 1 / -(-len(X) // CARD_ROWS)
                total += share * float(keras.ops.convert_to_numpy(value))
                sums = [s + share * g for s, g in zip(sums, found)]
            optimizer.apply(sums, variables)
            losses.append(total)
    return model.get_weights(), losses

# %% summed: The gradients of the pieces were added without their shares, so the step is too large.
def train_in_pieces(x, y, classes, batch, epochs, rate):
    model = build(x.shape[1], classes)
    optimizer = keras.optimizers.SGD(rate, momentum=0.9)
    variables, losses = model.trainable_variables, []
    for _ in range(epochs):
        for begin in range(0, len(x), batch):
            X, target = x[begin : begin + batch], y[begin : begin + batch]
            total, sums = 0.0, [0.0] * len(variables)
            for k in range(0, len(X), CARD_ROWS):
                a, b = X[k : k + CARD_ROWS], target[k : k + CARD_ROWS]
                value, found = value_and_grad(lambda: loss_on_card(model, a, b), variables)
                share = len(a) / len(X)
                total += share * float(keras.ops.convert_to_numpy(value))
                sums = [s + g for s, g in zip(sums, found)]
            optimizer.apply(sums, variables)
            losses.append(total)
    return model.get_weights(), losses

# %% step-each-piece: A step was taken after every piece; it is taken when the batch is complete.
def train_in_pieces(x, y, classes, batch, epochs, rate):
    model = build(x.shape[1], classes)
    optimizer = keras.optimizers.SGD(rate, momentum=0.9)
    variables, losses = model.trainable_variables, []
    for _ in range(epochs):
        for begin in range(0, len(x), batch):
            X, target = x[begin : begin + batch], y[begin : begin + batch]
            total, sums = 0.0, [0.0] * len(variables)
            for k in range(0, len(X), CARD_ROWS):
                a, b = X[k : k + CARD_ROWS], target[k : k + CARD_ROWS]
                value, found = value_and_grad(lambda: loss_on_card(model, a, b), variables)
                share = len(a) / len(X)
                total += share * float(keras.ops.convert_to_numpy(value))
                optimizer.apply(found, variables)
            losses.append(total)
    return model.get_weights(), losses

# %% never-zeroed: The sum of the gradients went on from one batch to the next.
def train_in_pieces(x, y, classes, batch, epochs, rate):
    model = build(x.shape[1], classes)
    optimizer = keras.optimizers.SGD(rate, momentum=0.9)
    variables, losses = model.trainable_variables, []
    sums = [0.0] * len(variables)
    for _ in range(epochs):
        for begin in range(0, len(x), batch):
            X, target = x[begin : begin + batch], y[begin : begin + batch]
            total = 0.0
            for k in range(0, len(X), CARD_ROWS):
                a, b = X[k : k + CARD_ROWS], target[k : k + CARD_ROWS]
                value, found = value_and_grad(lambda: loss_on_card(model, a, b), variables)
                share = len(a) / len(X)
                total += share * float(keras.ops.convert_to_numpy(value))
                sums = [s + share * g for s, g in zip(sums, found)]
            optimizer.apply(sums, variables)
            losses.append(total)
    return model.get_weights(), losses

# %% last-dropped: The last batch of an epoch has fewer rows, and was dropped.
def train_in_pieces(x, y, classes, batch, epochs, rate):
    model = build(x.shape[1], classes)
    optimizer = keras.optimizers.SGD(rate, momentum=0.9)
    variables, losses = model.trainable_variables, []
    for _ in range(epochs):
        for begin in range(0, len(x) - batch + 1, batch):
            X, target = x[begin : begin + batch], y[begin : begin + batch]
            total, sums = 0.0, [0.0] * len(variables)
            for k in range(0, len(X), CARD_ROWS):
                a, b = X[k : k + CARD_ROWS], target[k : k + CARD_ROWS]
                value, found = value_and_grad(lambda: loss_on_card(model, a, b), variables)
                share = len(a) / len(X)
                total += share * float(keras.ops.convert_to_numpy(value))
                sums = [s + share * g for s, g in zip(sums, found)]
            optimizer.apply(sums, variables)
            losses.append(total)
    return model.get_weights(), losses

# %% momentum-lost: A new optimiser for every batch has forgotten its momentum.
def train_in_pieces(x, y, classes, batch, epochs, rate):
    model = build(x.shape[1], classes)
    optimizer = keras.optimizers.SGD(rate, momentum=0.9)
    variables, losses = model.trainable_variables, []
    for _ in range(epochs):
        for begin in range(0, len(x), batch):
            X, target = x[begin : begin + batch], y[begin : begin + batch]
            total, sums = 0.0, [0.0] * len(variables)
            for k in range(0, len(X), CARD_ROWS):
                a, b = X[k : k + CARD_ROWS], target[k : k + CARD_ROWS]
                value, found = value_and_grad(lambda: loss_on_card(model, a, b), variables)
                share = len(a) / len(X)
                total += share * float(keras.ops.convert_to_numpy(value))
                sums = [s + share * g for s, g in zip(sums, found)]
            keras.optimizers.SGD(rate, momentum=0.9).apply(sums, variables)
            losses.append(total)
    return model.get_weights(), losses

# %% rebuilt: A new network was built for every epoch, and what the one before had learnt was lost.
def train_in_pieces(x, y, classes, batch, epochs, rate):
    losses = []
    for _ in range(epochs):
        model = build(x.shape[1], classes)
        optimizer = keras.optimizers.SGD(rate, momentum=0.9)
        variables = model.trainable_variables
        for begin in range(0, len(x), batch):
            X, target = x[begin : begin + batch], y[begin : begin + batch]
            total, sums = 0.0, [0.0] * len(variables)
            for k in range(0, len(X), CARD_ROWS):
                a, b = X[k : k + CARD_ROWS], target[k : k + CARD_ROWS]
                value, found = value_and_grad(lambda: loss_on_card(model, a, b), variables)
                share = len(a) / len(X)
                total += share * float(keras.ops.convert_to_numpy(value))
                sums = [s + share * g for s, g in zip(sums, found)]
            optimizer.apply(sums, variables)
            losses.append(total)
    return model.get_weights(), losses
