# %% rows-left: The rows are put in order and their targets are not: a row is trained with the target of another one.
def mended_script(x, y, x_check, y_check, classes, order, rate, momentum, batch, epochs):
    layer = keras.layers.Dense(classes, activation="softmax", kernel_initializer="zeros")
    model = keras.Sequential([keras.Input((x.shape[1],)), layer])
    optimizer = keras.optimizers.SGD(rate, momentum=momentum)
    model.compile(optimizer=optimizer, loss="sparse_categorical_crossentropy")
    x = x[order]
    for _ in range(epochs):
        for first in range(0, len(x), batch):
            last = first + batch
            model.train_on_batch(x[first:last], y[first:last])
    said = model.predict(x_check, verbose=0).argmax(axis=1)
    weights, bias = model.get_weights()
    return weights, bias, np.mean(said == y_check)

# %% memory-left: The model is compiled anew in every epoch, and a new optimiser remembers no momentum.
def mended_script(x, y, x_check, y_check, classes, order, rate, momentum, batch, epochs):
    layer = keras.layers.Dense(classes, activation="softmax", kernel_initializer="zeros")
    model = keras.Sequential([keras.Input((x.shape[1],)), layer])
    x, y = x[order], y[order]
    for _ in range(epochs):
        optimizer = keras.optimizers.SGD(rate, momentum=momentum)
        model.compile(optimizer=optimizer, loss="sparse_categorical_crossentropy")
        for first in range(0, len(x), batch):
            last = first + batch
            model.train_on_batch(x[first:last], y[first:last])
    said = model.predict(x_check, verbose=0).argmax(axis=1)
    weights, bias = model.get_weights()
    return weights, bias, np.mean(said == y_check)

# %% judging-left: The accuracy is that of the rows that were trained on.
def mended_script(x, y, x_check, y_check, classes, order, rate, momentum, batch, epochs):
    layer = keras.layers.Dense(classes, activation="softmax", kernel_initializer="zeros")
    model = keras.Sequential([keras.Input((x.shape[1],)), layer])
    optimizer = keras.optimizers.SGD(rate, momentum=momentum)
    model.compile(optimizer=optimizer, loss="sparse_categorical_crossentropy")
    x, y = x[order], y[order]
    for _ in range(epochs):
        for first in range(0, len(x), batch):
            last = first + batch
            model.train_on_batch(x[first:last], y[first:last])
    said = model.predict(x, verbose=0).argmax(axis=1)
    weights, bias = model.get_weights()
    return weights, bias, np.mean(said == y)

# %% ordered-twice: The rows were put in order again in every epoch.
def mended_script(x, y, x_check, y_check, classes, order, rate, momentum, batch, epochs):
    layer = keras.layers.Dense(classes, activation="softmax", kernel_initializer="zeros")
    model = keras.Sequential([keras.Input((x.shape[1],)), layer])
    optimizer = keras.optimizers.SGD(rate, momentum=momentum)
    model.compile(optimizer=optimizer, loss="sparse_categorical_crossentropy")
    for _ in range(epochs):
        x, y = x[order], y[order]
        for first in range(0, len(x), batch):
            last = first + batch
            model.train_on_batch(x[first:last], y[first:last])
    said = model.predict(x_check, verbose=0).argmax(axis=1)
    weights, bias = model.get_weights()
    return weights, bias, np.mean(said == y_check)

# %% no-momentum: The momentum was given up.
def mended_script(x, y, x_check, y_check, classes, order, rate, momentum, batch, epochs):
    layer = keras.layers.Dense(classes, activation="softmax", kernel_initializer="zeros")
    model = keras.Sequential([keras.Input((x.shape[1],)), layer])
    optimizer = keras.optimizers.SGD(rate)
    model.compile(optimizer=optimizer, loss="sparse_categorical_crossentropy")
    x, y = x[order], y[order]
    for _ in range(epochs):
        for first in range(0, len(x), batch):
            last = first + batch
            model.train_on_batch(x[first:last], y[first:last])
    said = model.predict(x_check, verbose=0).argmax(axis=1)
    weights, bias = model.get_weights()
    return weights, bias, np.mean(said == y_check)

# %% last-batch-dropped: The last batch was dropped where it is shorter.
def mended_script(x, y, x_check, y_check, classes, order, rate, momentum, batch, epochs):
    layer = keras.layers.Dense(classes, activation="softmax", kernel_initializer="zeros")
    model = keras.Sequential([keras.Input((x.shape[1],)), layer])
    optimizer = keras.optimizers.SGD(rate, momentum=momentum)
    model.compile(optimizer=optimizer, loss="sparse_categorical_crossentropy")
    x, y = x[order], y[order]
    for _ in range(epochs):
        for first in range(0, len(x) - batch + 1, batch):
            last = first + batch
            model.train_on_batch(x[first:last], y[first:last])
    said = model.predict(x_check, verbose=0).argmax(axis=1)
    weights, bias = model.get_weights()
    return weights, bias, np.mean(said == y_check)

# %% shuffled: The rows were shuffled instead of taken in the order given.
def mended_script(x, y, x_check, y_check, classes, order, rate, momentum, batch, epochs):
    layer = keras.layers.Dense(classes, activation="softmax", kernel_initializer="zeros")
    model = keras.Sequential([keras.Input((x.shape[1],)), layer])
    optimizer = keras.optimizers.SGD(rate, momentum=momentum)
    model.compile(optimizer=optimizer, loss="sparse_categorical_crossentropy")
    order = np.random.default_rng(0).permutation(order)
    x, y = x[order], y[order]
    for _ in range(epochs):
        for first in range(0, len(x), batch):
            last = first + batch
            model.train_on_batch(x[first:last], y[first:last])
    said = model.predict(x_check, verbose=0).argmax(axis=1)
    weights, bias = model.get_weights()
    return weights, bias, np.mean(said == y_check)
