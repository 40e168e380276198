# %% shuffled: The rows were shuffled; that is the default of fit.
def fit_linear(x, y, x_check, y_check, rate, batch, epochs):
    model = keras.Sequential(
        [keras.Input((x.shape[1],)), keras.layers.Dense(1, kernel_initializer="zeros")]
    )
    model.compile(optimizer=keras.optimizers.SGD(rate), loss="mse")
    kept = model.fit(
        x, y, batch_size=batch, epochs=epochs, shuffle=True,
        validation_data=(x_check, y_check), verbose=0,
    ).history
    weights, bias = model.get_weights()
    return {
        "loss": kept["loss"],
        "check": kept["val_loss"],
        "weights": weights[:, 0],
        "bias": bias[0],
        "now": model.evaluate(x, y, verbose=0),
        "best": int(np.argmin(kept["val_loss"])) + 1,
    }

# %% default-batch: Batches of 32, the default, were used.
def fit_linear(x, y, x_check, y_check, rate, batch, epochs):
    model = keras.Sequential(
        [keras.Input((x.shape[1],)), keras.layers.Dense(1, kernel_initializer="zeros")]
    )
    model.compile(optimizer=keras.optimizers.SGD(rate), loss="mse")
    kept = model.fit(
        x, y, epochs=epochs, shuffle=False,
        validation_data=(x_check, y_check), verbose=0,
    ).history
    weights, bias = model.get_weights()
    return {
        "loss": kept["loss"],
        "check": kept["val_loss"],
        "weights": weights[:, 0],
        "bias": bias[0],
        "now": model.evaluate(x, y, verbose=0),
        "best": int(np.argmin(kept["val_loss"])) + 1,
    }

# %% default-rate: The rate 0.01, the default, was used.
def fit_linear(x, y, x_check, y_check, rate, batch, epochs):
    model = keras.Sequential(
        [keras.Input((x.shape[1],)), keras.layers.Dense(1, kernel_initializer="zeros")]
    )
    model.compile(optimizer="sgd", loss="mse")
    kept = model.fit(
        x, y, batch_size=batch, epochs=epochs, shuffle=False,
        validation_data=(x_check, y_check), verbose=0,
    ).history
    weights, bias = model.get_weights()
    return {
        "loss": kept["loss"],
        "check": kept["val_loss"],
        "weights": weights[:, 0],
        "bias": bias[0],
        "now": model.evaluate(x, y, verbose=0),
        "best": int(np.argmin(kept["val_loss"])) + 1,
    }

# %% split-off: The check rows were split off the training rows instead of those given.
def fit_linear(x, y, x_check, y_check, rate, batch, epochs):
    model = keras.Sequential(
        [keras.Input((x.shape[1],)), keras.layers.Dense(1, kernel_initializer="zeros")]
    )
    model.compile(optimizer=keras.optimizers.SGD(rate), loss="mse")
    kept = model.fit(
        x, y, batch_size=batch, epochs=epochs, shuffle=False,
        validation_split=0.5, verbose=0,
    ).history
    weights, bias = model.get_weights()
    return {
        "loss": kept["loss"],
        "check": kept["val_loss"],
        "weights": weights[:, 0],
        "bias": bias[0],
        "now": model.evaluate(x, y, verbose=0),
        "best": int(np.argmin(kept["val_loss"])) + 1,
    }

# %% now-is-history: The last loss of the history was collected while the weights moved; it is not the loss now.
def fit_linear(x, y, x_check, y_check, rate, batch, epochs):
    model = keras.Sequential(
        [keras.Input((x.shape[1],)), keras.layers.Dense(1, kernel_initializer="zeros")]
    )
    model.compile(optimizer=keras.optimizers.SGD(rate), loss="mse")
    kept = model.fit(
        x, y, batch_size=batch, epochs=epochs, shuffle=False,
        validation_data=(x_check, y_check), verbose=0,
    ).history
    weights, bias = model.get_weights()
    return {
        "loss": kept["loss"],
        "check": kept["val_loss"],
        "weights": weights[:, 0],
        "bias": bias[0],
        "now": kept["loss"][-1],
        "best": int(np.argmin(kept["val_loss"])) + 1,
    }

# %% now-on-check: The loss now was taken on the check rows.
def fit_linear(x, y, x_check, y_check, rate, batch, epochs):
    model = keras.Sequential(
        [keras.Input((x.shape[1],)), keras.layers.Dense(1, kernel_initializer="zeros")]
    )
    model.compile(optimizer=keras.optimizers.SGD(rate), loss="mse")
    kept = model.fit(
        x, y, batch_size=batch, epochs=epochs, shuffle=False,
        validation_data=(x_check, y_check), verbose=0,
    ).history
    weights, bias = model.get_weights()
    return {
        "loss": kept["loss"],
        "check": kept["val_loss"],
        "weights": weights[:, 0],
        "bias": bias[0],
        "now": model.evaluate(x_check, y_check, verbose=0),
        "best": int(np.argmin(kept["val_loss"])) + 1,
    }

# %% best-from-zero: The best epoch was counted from 0.
def fit_linear(x, y, x_check, y_check, rate, batch, epochs):
    model = keras.Sequential(
        [keras.Input((x.shape[1],)), keras.layers.Dense(1, kernel_initializer="zeros")]
    )
    model.compile(optimizer=keras.optimizers.SGD(rate), loss="mse")
    kept = model.fit(
        x, y, batch_size=batch, epochs=epochs, shuffle=False,
        validation_data=(x_check, y_check), verbose=0,
    ).history
    weights, bias = model.get_weights()
    return {
        "loss": kept["loss"],
        "check": kept["val_loss"],
        "weights": weights[:, 0],
        "bias": bias[0],
        "now": model.evaluate(x, y, verbose=0),
        "best": int(np.argmin(kept["val_loss"])),
    }

# %% best-of-training: The best epoch was looked for in the losses of the training rows.
def fit_linear(x, y, x_check, y_check, rate, batch, epochs):
    model = keras.Sequential(
        [keras.Input((x.shape[1],)), keras.layers.Dense(1, kernel_initializer="zeros")]
    )
    model.compile(optimizer=keras.optimizers.SGD(rate), loss="mse")
    kept = model.fit(
        x, y, batch_size=batch, epochs=epochs, shuffle=False,
        validation_data=(x_check, y_check), verbose=0,
    ).history
    weights, bias = model.get_weights()
    return {
        "loss": kept["loss"],
        "check": kept["val_loss"],
        "weights": weights[:, 0],
        "bias": bias[0],
        "now": model.evaluate(x, y, verbose=0),
        "best": int(np.argmin(kept["loss"])) + 1,
    }

# %% last-is-best: The last epoch was taken for the best.
def fit_linear(x, y, x_check, y_check, rate, batch, epochs):
    model = keras.Sequential(
        [keras.Input((x.shape[1],)), keras.layers.Dense(1, kernel_initializer="zeros")]
    )
    model.compile(optimizer=keras.optimizers.SGD(rate), loss="mse")
    kept = model.fit(
        x, y, batch_size=batch, epochs=epochs, shuffle=False,
        validation_data=(x_check, y_check), verbose=0,
    ).history
    weights, bias = model.get_weights()
    return {
        "loss": kept["loss"],
        "check": kept["val_loss"],
        "weights": weights[:, 0],
        "bias": bias[0],
        "now": model.evaluate(x, y, verbose=0),
        "best": epochs,
    }
