# %% build
def build(inputs, hidden, head, skip):
    ends = keras.Input(shape=(inputs,))
    layers = [keras.layers.Dense(units=n, activation=keras.activations.get(f)) for n, f in [*hidden, head]]
    h = ends
    for layer in layers[:-1]:
        h = layer(h)
    h = keras.layers.concatenate([h, ends]) if skip else h
    return keras.models.Model(inputs=ends, outputs=layers[-1](h))


# %% head
def head(task, count):
    loss = {
        "numbers": "MSE",
        "yes-no": "binary_crossentropy",
        "any-of": "bce",
        "one-of": "sparse_categorical_crossentropy",
        "one-of-one-hot": "CategoricalCrossentropy",
    }[task]
    activation = "softmax" if task.startswith("one-of") else "sigmoid"
    return dict(units=count, activation=None if task == "numbers" else activation, loss=loss)


# %% fit-linear
def fit_linear(x, y, x_check, y_check, rate, batch, epochs):
    unit = keras.layers.Dense(1, kernel_initializer=keras.initializers.Zeros())
    model = keras.Sequential([keras.Input((x.shape[1],)), unit])
    model.compile(keras.optimizers.SGD(rate), keras.losses.MeanSquaredError())
    losses, checks = [], []
    for _ in range(epochs):
        total = 0.0
        for k in range(0, len(x), batch):
            rows = slice(k, k + batch)
            p = model.predict_on_batch(x[rows])[:, 0]
            total += np.sum((p - y[rows]) ** 2)
            model.train_on_batch(x[rows], y[rows][:, None])
        losses.append(total / len(x))
        checks.append(model.evaluate(x_check, y_check[:, None], verbose=0))
    order = np.argsort(checks, kind="stable")
    W, b = unit.get_weights()
    return {
        "loss": losses, "check": checks, "weights": W[:, 0].tolist(), "bias": b.item(),
        "now": model.evaluate(x, y[:, None], verbose=0), "best": order[0] + 1,
    }


# %% regress
def regress(x, y, x_new, seed):
    keras.utils.set_random_seed(seed)
    layer = keras.layers.Normalization()
    spread = np.maximum(x.std(axis=0), 1e-300)
    old, new = (np.where(x.std(axis=0) > 0, (a - x.mean(axis=0)) / spread, 0) for a in (x, x_new))
    layer.adapt(old.astype("float32"))
    model = keras.Sequential(
        [keras.Input((x.shape[1],)), layer, keras.layers.Dense(64, "relu"), keras.layers.Dense(32, "relu"), keras.layers.Dense(1)]
    )
    model.compile("rmsprop", "mse")
    model.optimizer.learning_rate = 0.01
    model.fit(old, (y - np.mean(y)) / np.std(y), batch_size=8, epochs=20, verbose=0)
    return np.mean(y) + np.std(y) * np.squeeze(model.predict(new, verbose=0), axis=1)


# %% train-steps
def train_steps(weights, x, y, importance, rate, limit, steps):
    model = keras.Sequential(
        [keras.Input((x.shape[1],)), keras.layers.Dense(weights[0].shape[1], "tanh"), keras.layers.Dense(1)]
    )
    for layer, k in zip(model.layers, (0, 2)):
        layer.set_weights(weights[k : k + 2])
    optimizer = keras.optimizers.SGD(rate, global_clipnorm=limit)
    mse = keras.losses.MeanSquaredError(reduction="sum")
    losses = []
    for _ in range(steps):
        value, slopes = value_and_grad(
            lambda: mse(y[:, None], model(x), sample_weight=importance / importance.sum()),
            model.trainable_variables,
        )
        optimizer.apply(slopes, model.trainable_variables)
        losses.append(value)
    return [float(v) for v in losses], [w for layer in model.layers for w in layer.get_weights()]


# %% plateau-rates
def plateau_rates(losses, rate, factor, patience, least, lowest):
    finite = np.isfinite(np.array(losses, dtype=float))
    stop = len(losses) if finite.all() else int(np.argmin(finite))
    best, left, rates = None, patience, []
    for loss in losses[:stop]:
        if best is None or loss < best - least:
            best, left = loss, patience
        else:
            left -= 1
        if left == 0:
            rate, left = rate * factor, patience
            rate = lowest if rate < lowest else rate
        rates += [rate]
    return rates


# %% resume
import tempfile


def checkpoint(x, y, rate, momentum, epochs):
    model = keras.Sequential([keras.layers.Dense(1, kernel_initializer="zeros")])
    model.build((None, x.shape[1]))
    model.compile(loss="mse", optimizer=keras.optimizers.SGD(learning_rate=rate, momentum=momentum))
    model.fit(x, y, batch_size=4096, epochs=epochs, shuffle=False, verbose=0)
    with tempfile.NamedTemporaryFile(suffix=".keras") as file:
        keras.saving.save_model(model, file.name)
        return open(file.name, "rb").read()


def resume(data, x, y, epochs):
    with tempfile.NamedTemporaryFile(suffix=".keras") as file:
        file.write(data)
        file.flush()
        model = keras.saving.load_model(file.name)
    for _ in range(epochs):
        model.fit(x, y, batch_size=len(y), shuffle=False, verbose=0)
    kernel, bias = model.layers[-1].get_weights()
    return kernel.flatten(), bias.item()


# %% mended-script
def mended_script(x, y, x_check, y_check, classes, order, rate, momentum, batch, epochs):
    layer = keras.layers.Dense(classes, activation="softmax", kernel_initializer="zeros")
    model = keras.Sequential([keras.Input((x.shape[1],)), layer])
    model.compile(
        keras.optimizers.SGD(rate, momentum=momentum), keras.losses.CategoricalCrossentropy(), metrics=["accuracy"]
    )
    hot = np.eye(classes)
    for _ in range(epochs):
        for first in range(0, len(order), batch):
            rows = order[first : first + batch]
            model.train_on_batch(x[rows], hot[y[rows]])
    accuracy = model.evaluate(x_check, hot[y_check], verbose=0)[1]
    return layer.get_weights()[0], layer.get_weights()[1], accuracy
