# %% new-rows-scale: The new rows were scaled with their own mean and standard deviation.
def regress(x, y, x_new, seed):
    keras.utils.set_random_seed(seed)
    mean, spread = x.mean(axis=0), x.std(axis=0)
    spread = np.where(spread == 0, 1.0, spread)
    centre, scale = y.mean(), y.std()
    model = keras.Sequential(
        [
            keras.Input((x.shape[1],)),
            keras.layers.Dense(32, activation="relu"),
            keras.layers.Dense(32, activation="relu"),
            keras.layers.Dense(1),
        ]
    )
    model.compile(optimizer=keras.optimizers.Adam(0.02), loss="mse")
    model.fit((x - mean) / spread, (y - centre) / scale, batch_size=16, epochs=20, verbose=0)
    return model.predict((x_new - x_new.mean(axis=0)) / np.where(x_new.std(axis=0) == 0, 1.0, x_new.std(axis=0)), verbose=0)[:, 0] * scale + centre

# %% all-rows-scale: Mean and standard deviation were taken from training rows and new rows together.
def regress(x, y, x_new, seed):
    keras.utils.set_random_seed(seed)
    both = np.concatenate([x, x_new])
    mean, spread = both.mean(axis=0), both.std(axis=0)
    spread = np.where(spread == 0, 1.0, spread)
    centre, scale = y.mean(), y.std()
    model = keras.Sequential(
        [
            keras.Input((x.shape[1],)),
            keras.layers.Dense(32, activation="relu"),
            keras.layers.Dense(32, activation="relu"),
            keras.layers.Dense(1),
        ]
    )
    model.compile(optimizer=keras.optimizers.Adam(0.02), loss="mse")
    model.fit((x - mean) / spread, (y - centre) / scale, batch_size=16, epochs=20, verbose=0)
    return model.predict((x_new - mean) / spread, verbose=0)[:, 0] * scale + centre

# %% divided-by-zero: A column whose standard deviation is 0 was divided by it.
def regress(x, y, x_new, seed):
    keras.utils.set_random_seed(seed)
    np.seterr(all="ignore")
    mean, spread = x.mean(axis=0), x.std(axis=0)
    centre, scale = y.mean(), y.std()
    model = keras.Sequential(
        [
            keras.Input((x.shape[1],)),
            keras.layers.Dense(32, activation="relu"),
            keras.layers.Dense(32, activation="relu"),
            keras.layers.Dense(1),
        ]
    )
    model.compile(optimizer=keras.optimizers.Adam(0.02), loss="mse")
    model.fit((x - mean) / spread, (y - centre) / scale, batch_size=16, epochs=20, verbose=0)
    return model.predict((x_new - mean) / spread, verbose=0)[:, 0] * scale + centre

# %% not-scaled-back: The predictions stayed in units of standard deviations.
def regress(x, y, x_new, seed):
    keras.utils.set_random_seed(seed)
    mean, spread = x.mean(axis=0), x.std(axis=0)
    spread = np.where(spread == 0, 1.0, spread)
    centre, scale = y.mean(), y.std()
    model = keras.Sequential(
        [
            keras.Input((x.shape[1],)),
            keras.layers.Dense(32, activation="relu"),
            keras.layers.Dense(32, activation="relu"),
            keras.layers.Dense(1),
        ]
    )
    model.compile(optimizer=keras.optimizers.Adam(0.02), loss="mse")
    model.fit((x - mean) / spread, (y - centre) / scale, batch_size=16, epochs=20, verbose=0)
    return model.predict((x_new - mean) / spread, verbose=0)[:, 0]

# %% raw-inputs: The columns were not scaled, so that the largest drowns the others.
def regress(x, y, x_new, seed):
    keras.utils.set_random_seed(seed)
    mean, spread = x.mean(axis=0), x.std(axis=0)
    spread = np.where(spread == 0, 1.0, spread)
    centre, scale = y.mean(), y.std()
    model = keras.Sequential(
        [
            keras.Input((x.shape[1],)),
            keras.layers.Dense(32, activation="relu"),
            keras.layers.Dense(32, activation="relu"),
            keras.layers.Dense(1),
        ]
    )
    model.compile(optimizer=keras.optimizers.Adam(0.02), loss="mse")
    model.fit(x, (y - centre) / scale, batch_size=16, epochs=20, verbose=0)
    return model.predict(x_new, verbose=0)[:, 0] * scale + centre

# %% raw-target: The target was not scaled; 20 epochs do not reach the hundreds.
def regress(x, y, x_new, seed):
    keras.utils.set_random_seed(seed)
    mean, spread = x.mean(axis=0), x.std(axis=0)
    spread = np.where(spread == 0, 1.0, spread)
    centre, scale = y.mean(), y.std()
    model = keras.Sequential(
        [
            keras.Input((x.shape[1],)),
            keras.layers.Dense(32, activation="relu"),
            keras.layers.Dense(32, activation="relu"),
            keras.layers.Dense(1),
        ]
    )
    model.compile(optimizer=keras.optimizers.Adam(0.02), loss="mse")
    model.fit((x - mean) / spread, y, batch_size=16, epochs=20, verbose=0)
    return model.predict((x_new - mean) / spread, verbose=0)[:, 0]

# %% one-scale: One mean and one standard deviation were used for all columns.
def regress(x, y, x_new, seed):
    keras.utils.set_random_seed(seed)
    mean, spread = x.mean(), x.std()
    spread = np.where(spread == 0, 1.0, spread)
    centre, scale = y.mean(), y.std()
    model = keras.Sequential(
        [
            keras.Input((x.shape[1],)),
            keras.layers.Dense(32, activation="relu"),
            keras.layers.Dense(32, activation="relu"),
            keras.layers.Dense(1),
        ]
    )
    model.compile(optimizer=keras.optimizers.Adam(0.02), loss="mse")
    model.fit((x - mean) / spread, (y - centre) / scale, batch_size=16, epochs=20, verbose=0)
    return model.predict((x_new - mean) / spread, verbose=0)[:, 0] * scale + centre

# %% no-seed: The seed was not set.
def regress(x, y, x_new, seed):
    keras.utils.set_random_seed(int.from_bytes(os.urandom(3), "big"))
    mean, spread = x.mean(axis=0), x.std(axis=0)
    spread = np.where(spread == 0, 1.0, spread)
    centre, scale = y.mean(), y.std()
    model = keras.Sequential(
        [
            keras.Input((x.shape[1],)),
            keras.layers.Dense(32, activation="relu"),
            keras.layers.Dense(32, activation="relu"),
            keras.layers.Dense(1),
        ]
    )
    model.compile(optimizer=keras.optimizers.Adam(0.02), loss="mse")
    model.fit((x - mean) / spread, (y - centre) / scale, batch_size=16, epochs=20, verbose=0)
    return model.predict((x_new - mean) / spread, verbose=0)[:, 0] * scale + centre

# %% linear: Without an activation the hidden layers make one linear function.
def regress(x, y, x_new, seed):
    keras.utils.set_random_seed(seed)
    mean, spread = x.mean(axis=0), x.std(axis=0)
    spread = np.where(spread == 0, 1.0, spread)
    centre, scale = y.mean(), y.std()
    model = keras.Sequential(
        [
            keras.Input((x.shape[1],)),
            keras.layers.Dense(32),
            keras.layers.Dense(32),
            keras.layers.Dense(1),
        ]
    )
    model.compile(optimizer=keras.optimizers.Adam(0.02), loss="mse")
    model.fit((x - mean) / spread, (y - centre) / scale, batch_size=16, epochs=20, verbose=0)
    return model.predict((x_new - mean) / spread, verbose=0)[:, 0] * scale + centre
