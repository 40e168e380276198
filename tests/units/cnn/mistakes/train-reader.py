# %% dense: A dense network within the budget learns places, not shapes.
def train_reader(x, y, seed):
    keras.utils.set_random_seed(seed)
    layers = keras.layers
    classes = int(y.max()) + 1
    hidden = (1000 - classes) // (x[0].size + 1 + classes)
    model = keras.Sequential([keras.Input(x.shape[1:]), layers.Flatten(),
                              layers.Dense(hidden, activation="relu"), layers.Dense(classes)])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer=keras.optimizers.Adam(0.03), loss=loss)
    model.fit(x, y, batch_size=40, epochs=10, verbose=0)
    return model
# %% too-many: The network has more weights than the budget allows.
def train_reader(x, y, seed):
    keras.utils.set_random_seed(seed)
    layers = keras.layers
    model = keras.Sequential([keras.Input(x.shape[1:]), layers.Conv2D(8, 3, padding="same", activation="relu"),
                              layers.Conv2D(14, 3, padding="same", activation="relu"),
                              layers.GlobalMaxPooling2D(), layers.Dense(int(y.max()) + 1)])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer=keras.optimizers.Adam(0.03), loss=loss)
    model.fit(x, y, batch_size=40, epochs=2, verbose=0)
    return model
# %% not-trained: The model was built and compiled, and never trained.
def train_reader(x, y, seed):
    keras.utils.set_random_seed(seed)
    layers = keras.layers
    model = keras.Sequential([keras.Input(x.shape[1:]), layers.Conv2D(8, 3, padding="same", activation="relu"),
                              layers.Conv2D(10, 3, padding="same", activation="relu"),
                              layers.GlobalMaxPooling2D(), layers.Dense(int(y.max()) + 1)])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer=keras.optimizers.Adam(0.03), loss=loss)
    return model
# %% five-kinds: The last layer has five units, whatever the labels are.
def train_reader(x, y, seed):
    keras.utils.set_random_seed(seed)
    layers = keras.layers
    model = keras.Sequential([keras.Input(x.shape[1:]), layers.Conv2D(8, 3, padding="same", activation="relu"),
                              layers.Conv2D(10, 3, padding="same", activation="relu"),
                              layers.GlobalMaxPooling2D(), layers.Dense(5)])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer=keras.optimizers.Adam(0.03), loss=loss)
    model.fit(x, y, batch_size=40, epochs=10, verbose=0)
    return model
# %% history: The result of fit was returned, not the model.
def train_reader(x, y, seed):
    keras.utils.set_random_seed(seed)
    layers = keras.layers
    model = keras.Sequential([keras.Input(x.shape[1:]), layers.Conv2D(8, 3, padding="same", activation="relu"),
                              layers.GlobalMaxPooling2D(), layers.Dense(int(y.max()) + 1)])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer=keras.optimizers.Adam(0.03), loss=loss)
    return model.fit(x, y, batch_size=40, epochs=1, verbose=0)
