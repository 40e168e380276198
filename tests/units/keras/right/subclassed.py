# %% build
def build(inputs, hidden, head, skip):
    class Described(keras.Model):
        def __init__(self):
            super().__init__()
            self.chain = [keras.layers.Dense(n, activation=f) for n, f in hidden]
            self.last = keras.layers.Dense(head[0], activation=head[1])

        def call(self, x):
            h = x
            for layer in self.chain:
                h = layer(h)
            return self.last(keras.ops.concatenate([h, x], axis=-1) if skip else h)

    model = Described()
    model(np.zeros((1, inputs), "float32"))
    return model


# %% head
def head(task, count):
    if task == "numbers":
        return {"units": count, "activation": None, "loss": "mse"}
    if task in ("yes-no", "any-of"):
        return {"units": count, "activation": "sigmoid", "loss": "BinaryCrossentropy"}
    kind = "SparseCategoricalCrossentropy" if task == "one-of" else "CategoricalCrossentropy"
    return {"units": count, "activation": "softmax", "loss": kind}


# %% fit-linear
def fit_linear(x, y, x_check, y_check, rate, batch, epochs):
    model = keras.Sequential(
        [keras.Input((x.shape[1],)), keras.layers.Dense(1, kernel_initializer="zeros")]
    )
    model.compile(optimizer=keras.optimizers.SGD(learning_rate=rate), loss="mean_squared_error")
    losses, checks = [], []
    for _ in range(epochs):
        kept = model.fit(x, y, batch_size=batch, shuffle=False, verbose=0)
        losses.append(kept.history["loss"][0])
        checks.append(float(np.mean((model.predict(x_check, verbose=0)[:, 0] - y_check) ** 2)))
    kernel = model.layers[0].get_weights()[0]
    return {
        "loss": np.array(losses),
        "check": np.array(checks),
        "weights": kernel.ravel(),
        "bias": model.layers[0].get_weights()[1].item(),
        "now": np.mean((model.predict(x, verbose=0)[:, 0] - y) ** 2),
        "best": checks.index(min(checks)) + 1,
    }


# %% regress
def regress(x, y, x_new, seed):
    keras.utils.set_random_seed(seed)
    varies = np.ptp(x, axis=0) > 0
    old, new = x[:, varies], x_new[:, varies]
    mean, spread = old.mean(axis=0), old.std(axis=0)
    model = keras.Sequential(
        [keras.layers.Dense(48, activation="tanh"), keras.layers.Dense(24, activation="relu"), keras.layers.Dense(1)]
    )
    model.compile(optimizer=keras.optimizers.Adam(0.02), loss="mse")
    model.fit((old - mean) / spread, (y - y.mean())[:, None] / y.std(), batch_size=16, epochs=25, verbose=0)
    return y.mean() + y.std() * model.predict((new - mean) / spread, verbose=0).ravel()


# %% train-steps
def train_steps(weights, x, y, importance, rate, limit, steps):
    values = [keras.Variable(np.asarray(w, "float32")) for w in weights]
    x, y = np.asarray(x, "float32"), np.asarray(y, "float32")[:, None]
    share = np.asarray(importance / importance.sum(), "float32")[:, None]
    x, y, share = (keras.ops.convert_to_tensor(a) for a in (x, y, share))

    def loss():
        W, b, V, c = values
        p = keras.ops.tanh(x @ W + b) @ V + c
        return keras.ops.sum(share * keras.ops.square(p - y))

    losses = []
    for _ in range(steps):
        value, slopes = value_and_grad(loss, values)
        slopes = [keras.ops.convert_to_numpy(g) for g in slopes]
        norm = np.sqrt(sum(np.sum(g.astype(float) ** 2) for g in slopes))
        if norm > limit:
            slopes = [g * np.float32(limit / norm) for g in slopes]
        for variable, g in zip(values, slopes):
            variable.assign(keras.ops.convert_to_numpy(variable) - np.float32(rate) * g)
        losses.append(float(value))
    return losses, [keras.ops.convert_to_numpy(v) for v in values]


# %% plateau-rates
def plateau_rates(losses, rate, factor, patience, least, lowest):
    rates, seen, since = [], float("inf"), 0
    for k, loss in enumerate(losses):
        if np.isnan(loss) or np.isinf(loss):
            return rates
        better = seen - loss > least
        seen = loss if better else seen
        since = k + 1 if better else since
        if k + 1 - since == patience:
            rate, since = max(lowest, factor * rate), k + 1
        rates.append(rate)
    return rates


# %% resume
import shutil
import tempfile


def checkpoint(x, y, rate, momentum, epochs):
    inputs = keras.Input((x.shape[1],))
    model = keras.Model(inputs, keras.layers.Dense(1, kernel_initializer="zeros")(inputs))
    model.compile(keras.optimizers.SGD(rate, momentum), keras.losses.MeanSquaredError())
    for _ in range(epochs):
        model.train_on_batch(x, y)
    folder = tempfile.mkdtemp()
    model.save(folder + "/stop.keras")
    with open(folder + "/stop.keras", "rb") as file:
        data = file.read()
    shutil.rmtree(folder)
    return data


def resume(data, x, y, epochs):
    with tempfile.TemporaryDirectory() as folder:
        with open(folder + "/stop.keras", "wb") as file:
            file.write(data)
        model = keras.models.load_model(folder + "/stop.keras")
        for _ in range(epochs):
            model.train_on_batch(x, y)
    return model.get_weights()[0].ravel(), float(model.get_weights()[1][0])


# %% mended-script
def mended_script(x, y, x_check, y_check, classes, order, rate, momentum, batch, epochs):
    model = keras.Sequential(
        [keras.Input((x.shape[1],)), keras.layers.Dense(classes, "softmax", kernel_initializer="zeros")]
    )
    model.compile(keras.optimizers.SGD(rate, momentum=momentum), "sparse_categorical_crossentropy")
    model.fit(x[order], y[order], batch_size=batch, epochs=epochs, shuffle=False, verbose=0)
    W, b = model.get_weights()
    return W, b, float(np.mean((x_check @ W + b).argmax(axis=1) == y_check))
