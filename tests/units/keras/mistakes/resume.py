# %% compiled-again: A second compile makes a new optimiser, which remembers no momentum.
import tempfile


def checkpoint(x, y, rate, momentum, epochs):
    model = keras.Sequential(
        [keras.Input((x.shape[1],)), keras.layers.Dense(1, kernel_initializer="zeros")]
    )
    model.compile(optimizer=keras.optimizers.SGD(rate, momentum=momentum), loss="mse")
    model.fit(x, y, batch_size=len(x), epochs=epochs, verbose=0)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "model.keras")
        model.save(path)
        with open(path, "rb") as file:
            return file.read()


def resume(data, x, y, epochs):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "model.keras")
        with open(path, "wb") as file:
            file.write(data)
        model = keras.saving.load_model(path)
    rate, momentum = float(model.optimizer.learning_rate), model.optimizer.momentum
    model.compile(optimizer=keras.optimizers.SGD(rate, momentum=momentum), loss="mse")
    if epochs > 0:
        model.fit(x, y, batch_size=len(x), epochs=epochs, verbose=0)
    weights, bias = model.get_weights()
    return weights[:, 0], bias[0]

# %% from-zero: The weights of the file were not used: training began again from zero.
import tempfile


def checkpoint(x, y, rate, momentum, epochs):
    model = keras.Sequential(
        [keras.Input((x.shape[1],)), keras.layers.Dense(1, kernel_initializer="zeros")]
    )
    model.compile(optimizer=keras.optimizers.SGD(rate, momentum=momentum), loss="mse")
    model.fit(x, y, batch_size=len(x), epochs=epochs, verbose=0)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "model.keras")
        model.save(path)
        with open(path, "rb") as file:
            return file.read()


def resume(data, x, y, epochs):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "model.keras")
        with open(path, "wb") as file:
            file.write(data)
        model = keras.saving.load_model(path)
    rate, momentum = float(model.optimizer.learning_rate), model.optimizer.momentum
    model = keras.Sequential(
        [keras.Input((x.shape[1],)), keras.layers.Dense(1, kernel_initializer="zeros")]
    )
    model.compile(optimizer=keras.optimizers.SGD(rate, momentum=momentum), loss="mse")
    if epochs > 0:
        model.fit(x, y, batch_size=len(x), epochs=epochs, verbose=0)
    weights, bias = model.get_weights()
    return weights[:, 0], bias[0]

# %% default-batch: Batches of 32, the default, were used when the training went on.
import tempfile


def checkpoint(x, y, rate, momentum, epochs):
    model = keras.Sequential(
        [keras.Input((x.shape[1],)), keras.layers.Dense(1, kernel_initializer="zeros")]
    )
    model.compile(optimizer=keras.optimizers.SGD(rate, momentum=momentum), loss="mse")
    model.fit(x, y, batch_size=len(x), epochs=epochs, verbose=0)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "model.keras")
        model.save(path)
        with open(path, "rb") as file:
            return file.read()


def resume(data, x, y, epochs):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "model.keras")
        with open(path, "wb") as file:
            file.write(data)
        model = keras.saving.load_model(path)
    if epochs > 0:
        model.fit(x, y, shuffle=False, epochs=epochs, verbose=0)
    weights, bias = model.get_weights()
    return weights[:, 0], bias[0]

# %% no-momentum: The momentum was not given to the optimiser.
import tempfile


def checkpoint(x, y, rate, momentum, epochs):
    model = keras.Sequential(
        [keras.Input((x.shape[1],)), keras.layers.Dense(1, kernel_initializer="zeros")]
    )
    model.compile(optimizer=keras.optimizers.SGD(rate), loss="mse")
    model.fit(x, y, batch_size=len(x), epochs=epochs, verbose=0)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "model.keras")
        model.save(path)
        with open(path, "rb") as file:
            return file.read()


def resume(data, x, y, epochs):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "model.keras")
        with open(path, "wb") as file:
            file.write(data)
        model = keras.saving.load_model(path)
    if epochs > 0:
        model.fit(x, y, batch_size=len(x), epochs=epochs, verbose=0)
    weights, bias = model.get_weights()
    return weights[:, 0], bias[0]

# %% saved-too-early: The model was saved before it was trained.
import tempfile


def checkpoint(x, y, rate, momentum, epochs):
    model = keras.Sequential(
        [keras.Input((x.shape[1],)), keras.layers.Dense(1, kernel_initializer="zeros")]
    )
    model.compile(optimizer=keras.optimizers.SGD(rate, momentum=momentum), loss="mse")
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "model.keras")
        model.save(path)
        model.fit(x, y, batch_size=len(x), epochs=epochs, verbose=0)
        with open(path, "rb") as file:
            return file.read()


def resume(data, x, y, epochs):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "model.keras")
        with open(path, "wb") as file:
            file.write(data)
        model = keras.saving.load_model(path)
    if epochs > 0:
        model.fit(x, y, batch_size=len(x), epochs=epochs, verbose=0)
    weights, bias = model.get_weights()
    return weights[:, 0], bias[0]

# %% not-trained-on: The loaded model was not trained further.
import tempfile


def checkpoint(x, y, rate, momentum, epochs):
    model = keras.Sequential(
        [keras.Input((x.shape[1],)), keras.layers.Dense(1, kernel_initializer="zeros")]
    )
    model.compile(optimizer=keras.optimizers.SGD(rate, momentum=momentum), loss="mse")
    model.fit(x, y, batch_size=len(x), epochs=epochs, verbose=0)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "model.keras")
        model.save(path)
        with open(path, "rb") as file:
            return file.read()


def resume(data, x, y, epochs):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "model.keras")
        with open(path, "wb") as file:
            file.write(data)
        model = keras.saving.load_model(path)
    weights, bias = model.get_weights()
    return weights[:, 0], bias[0]

# %% one-epoch-more: fit was called once more than needed: there was an epoch too many.
import tempfile


def checkpoint(x, y, rate, momentum, epochs):
    model = keras.Sequential(
        [keras.Input((x.shape[1],)), keras.layers.Dense(1, kernel_initializer="zeros")]
    )
    model.compile(optimizer=keras.optimizers.SGD(rate, momentum=momentum), loss="mse")
    model.fit(x, y, batch_size=len(x), epochs=epochs, verbose=0)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "model.keras")
        model.save(path)
        with open(path, "rb") as file:
            return file.read()


def resume(data, x, y, epochs):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "model.keras")
        with open(path, "wb") as file:
            file.write(data)
        model = keras.saving.load_model(path)
    if epochs >= 0:
        model.fit(x, y, batch_size=len(x), epochs=epochs + 1, verbose=0)
    weights, bias = model.get_weights()
    return weights[:, 0], bias[0]
