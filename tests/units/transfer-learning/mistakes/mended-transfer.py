# %% norm-thawed: Thawing the base thawed its normalisation, so its moving averages followed a handful of pictures.
def mended_transfer(arrays, x, labels, classes, rates, epochs):
    base, model = build(arrays, classes)
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    base.trainable = False
    model.compile(keras.optimizers.SGD(rates[0]), loss)
    model.fit(x, labels, batch_size=len(x), epochs=epochs[0], verbose=0)
    headed = read(base, model)
    base.trainable = True
    model.compile(keras.optimizers.SGD(rates[1]), loss)
    model.fit(x, labels, batch_size=len(x), epochs=epochs[1], verbose=0)
    return headed, read(base, model)

# %% not-recompiled: The model was not compiled again after thawing: training went on with the head alone.
def mended_transfer(arrays, x, labels, classes, rates, epochs):
    base, model = build(arrays, classes)
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    base.trainable = False
    model.compile(keras.optimizers.SGD(rates[0]), loss)
    model.fit(x, labels, batch_size=len(x), epochs=epochs[0], verbose=0)
    headed = read(base, model)
    base.trainable = True
    base.get_layer("norm").trainable = False
    model.optimizer.learning_rate = rates[1]
    model.fit(x, labels, batch_size=len(x), epochs=epochs[1], verbose=0)
    return headed, read(base, model)

# %% first-rate: The second phase ran at the first rate; a base is thawed at a low one.
def mended_transfer(arrays, x, labels, classes, rates, epochs):
    base, model = build(arrays, classes)
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    base.trainable = False
    model.compile(keras.optimizers.SGD(rates[0]), loss)
    model.fit(x, labels, batch_size=len(x), epochs=epochs[0], verbose=0)
    headed = read(base, model)
    base.trainable = True
    base.get_layer("norm").trainable = False
    model.compile(keras.optimizers.SGD(rates[0]), loss)
    model.fit(x, labels, batch_size=len(x), epochs=epochs[1], verbose=0)
    return headed, read(base, model)

# %% norm-in-head-phase: In the first phase the normalisation was left thawed and learned with the head.
def mended_transfer(arrays, x, labels, classes, rates, epochs):
    base, model = build(arrays, classes)
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    base.get_layer("conv").trainable = False
    model.compile(keras.optimizers.SGD(rates[0]), loss)
    model.fit(x, labels, batch_size=len(x), epochs=epochs[0], verbose=0)
    headed = read(base, model)
    base.trainable = True
    base.get_layer("norm").trainable = False
    model.compile(keras.optimizers.SGD(rates[1]), loss)
    model.fit(x, labels, batch_size=len(x), epochs=epochs[1], verbose=0)
    return headed, read(base, model)

# %% thawed-first: The base was never frozen: it was moved by a head that knew nothing yet.
def mended_transfer(arrays, x, labels, classes, rates, epochs):
    base, model = build(arrays, classes)
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    base.get_layer("norm").trainable = False
    model.compile(keras.optimizers.SGD(rates[0]), loss)
    model.fit(x, labels, batch_size=len(x), epochs=epochs[0], verbose=0)
    headed = read(base, model)
    base.trainable = True
    base.get_layer("norm").trainable = False
    model.compile(keras.optimizers.SGD(rates[1]), loss)
    model.fit(x, labels, batch_size=len(x), epochs=epochs[1], verbose=0)
    return headed, read(base, model)
