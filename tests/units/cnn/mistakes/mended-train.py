# %% apart: Pictures and labels were shuffled apart, so that they do not belong together.
def mended_train(x, y, x_new, seed):
    keras.utils.set_random_seed(seed)
    rng = np.random.default_rng(seed)
    x, y = x[rng.permutation(len(x))], y[rng.permutation(len(y))]
    x, x_new = x[..., None], x_new[..., None]
    model = keras.Sequential(
        [
            keras.Input(x.shape[1:]),
            keras.layers.Conv2D(8, 3, padding="same", activation="relu"),
            keras.layers.Conv2D(10, 3, padding="same", activation="relu"),
            keras.layers.GlobalMaxPooling2D(),
            keras.layers.Dense(int(y.max()) + 1, activation="softmax"),
        ]
    )
    model.compile(optimizer=keras.optimizers.Adam(0.03), loss="sparse_categorical_crossentropy")
    model.fit(x, y, batch_size=40, epochs=4, shuffle=False, verbose=0)
    return model.predict(x_new, verbose=0)
# %% softmax-twice: The softmax was taken twice; the second one makes everything nearly equal.
def mended_train(x, y, x_new, seed):
    keras.utils.set_random_seed(seed)
    rng = np.random.default_rng(seed)
    order = rng.permutation(len(x))
    x, y = x[order], y[order]
    x, x_new = x[..., None], x_new[..., None]
    model = keras.Sequential(
        [
            keras.Input(x.shape[1:]),
            keras.layers.Conv2D(8, 3, padding="same", activation="relu"),
            keras.layers.Conv2D(10, 3, padding="same", activation="relu"),
            keras.layers.GlobalMaxPooling2D(),
            keras.layers.Dense(int(y.max()) + 1, activation="softmax"),
        ]
    )
    model.compile(optimizer=keras.optimizers.Adam(0.03), loss="sparse_categorical_crossentropy")
    model.fit(x, y, batch_size=40, epochs=10, shuffle=False, verbose=0)
    return keras.ops.convert_to_numpy(keras.ops.softmax(model.predict(x_new, verbose=0)))
# %% axis: The new axis stands in the second place, so that the columns became channels.
def mended_train(x, y, x_new, seed):
    keras.utils.set_random_seed(seed)
    rng = np.random.default_rng(seed)
    order = rng.permutation(len(x))
    x, y = x[order], y[order]
    x, x_new = x[:, None], x_new[:, None]
    model = keras.Sequential(
        [
            keras.Input(x.shape[1:]),
            keras.layers.Conv2D(8, 3, padding="same", activation="relu"),
            keras.layers.Conv2D(10, 3, padding="same", activation="relu"),
            keras.layers.GlobalMaxPooling2D(),
            keras.layers.Dense(int(y.max()) + 1, activation="softmax"),
        ]
    )
    model.compile(optimizer=keras.optimizers.Adam(0.03), loss="sparse_categorical_crossentropy")
    model.fit(x, y, batch_size=40, epochs=10, shuffle=False, verbose=0)
    return model.predict(x_new, verbose=0)
# %% not-shuffled: The shuffling was taken out; sorted pictures are then learnt one kind after the other.
def mended_train(x, y, x_new, seed):
    keras.utils.set_random_seed(seed)
    rng = np.random.default_rng(seed)
    del rng
    x, x_new = x[..., None], x_new[..., None]
    model = keras.Sequential(
        [
            keras.Input(x.shape[1:]),
            keras.layers.Conv2D(8, 3, padding="same", activation="relu"),
            keras.layers.Conv2D(10, 3, padding="same", activation="relu"),
            keras.layers.GlobalMaxPooling2D(),
            keras.layers.Dense(int(y.max()) + 1, activation="softmax"),
        ]
    )
    model.compile(optimizer=keras.optimizers.Adam(0.03), loss="sparse_categorical_crossentropy")
    model.fit(x, y, batch_size=40, epochs=10, shuffle=False, verbose=0)
    return model.predict(x_new, verbose=0)
# %% no-softmax: No softmax is left: the scores are not probabilities.
def mended_train(x, y, x_new, seed):
    keras.utils.set_random_seed(seed)
    rng = np.random.default_rng(seed)
    order = rng.permutation(len(x))
    x, y = x[order], y[order]
    x, x_new = x[..., None], x_new[..., None]
    model = keras.Sequential(
        [
            keras.Input(x.shape[1:]),
            keras.layers.Conv2D(8, 3, padding="same", activation="relu"),
            keras.layers.Conv2D(10, 3, padding="same", activation="relu"),
            keras.layers.GlobalMaxPooling2D(),
            keras.layers.Dense(int(y.max()) + 1, activation="softmax"),
        ]
    )
    model.compile(optimizer=keras.optimizers.Adam(0.03), loss="sparse_categorical_crossentropy")
    model.fit(x, y, batch_size=40, epochs=4, shuffle=False, verbose=0)
    return np.log(model.predict(x_new, verbose=0) + 1e-9)
