# %% no-causal-mask: Attention has no causal mask, so earlier logits depend on later ids.
def learn(ids, targets, counted, symbols, seed):
    keras.utils.set_random_seed(seed)
    layers = keras.layers
    inputs = keras.Input((ids.shape[1],), dtype="int32")
    x = layers.Embedding(symbols, 32)(inputs)
    before = layers.Cropping1D((0, 1))(layers.ZeroPadding1D((1, 0))(x))
    both = layers.Concatenate()([x, before])
    found = layers.MultiHeadAttention(2, 16)(x, x, key=both)
    model = keras.Model(inputs, layers.Dense(symbols)(layers.Concatenate()([x, found])))
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss=loss, jit_compile=False)
    weight = counted.astype("float32")
    model.fit(ids, targets, sample_weight=weight, batch_size=25, epochs=5, verbose=0)
    return model

# %% keys-alone: The keys know their own symbol only, not the one before it: a value cannot be found by its key.
def learn(ids, targets, counted, symbols, seed):
    keras.utils.set_random_seed(seed)
    layers = keras.layers
    inputs = keras.Input((ids.shape[1],), dtype="int32")
    x = layers.Embedding(symbols, 32)(inputs)
    before = layers.Cropping1D((0, 1))(layers.ZeroPadding1D((1, 0))(x))
    both = layers.Concatenate()([x, before])
    found = layers.MultiHeadAttention(2, 16)(x, x, use_causal_mask=True)
    model = keras.Model(inputs, layers.Dense(symbols)(layers.Concatenate()([x, found])))
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss=loss, jit_compile=False)
    weight = counted.astype("float32")
    model.fit(ids, targets, sample_weight=weight, batch_size=25, epochs=5, verbose=0)
    return model

# %% future-shift: Each position gets the symbol behind it instead of the one before it.
def learn(ids, targets, counted, symbols, seed):
    keras.utils.set_random_seed(seed)
    layers = keras.layers
    inputs = keras.Input((ids.shape[1],), dtype="int32")
    x = layers.Embedding(symbols, 32)(inputs)
    before = layers.Cropping1D((1, 0))(layers.ZeroPadding1D((0, 1))(x))
    both = layers.Concatenate()([x, before])
    found = layers.MultiHeadAttention(2, 16)(x, x, key=both, use_causal_mask=True)
    model = keras.Model(inputs, layers.Dense(symbols)(layers.Concatenate()([x, found])))
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss=loss, jit_compile=False)
    weight = counted.astype("float32")
    model.fit(ids, targets, sample_weight=weight, batch_size=25, epochs=5, verbose=0)
    return model

# %% all-places-shuffled: The rows of the targets were shuffled without their ids.
def learn(ids, targets, counted, symbols, seed):
    keras.utils.set_random_seed(seed)
    layers = keras.layers
    inputs = keras.Input((ids.shape[1],), dtype="int32")
    x = layers.Embedding(symbols, 32)(inputs)
    before = layers.Cropping1D((0, 1))(layers.ZeroPadding1D((1, 0))(x))
    both = layers.Concatenate()([x, before])
    found = layers.MultiHeadAttention(2, 16)(x, x, key=both, use_causal_mask=True)
    model = keras.Model(inputs, layers.Dense(symbols)(layers.Concatenate()([x, found])))
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss=loss, jit_compile=False)
    weight = counted.astype("float32")
    model.fit(ids, np.random.default_rng(seed).permutation(targets), sample_weight=weight, batch_size=25, epochs=5, verbose=0)
    return model

# %% mean-of-the-past: The mean of the past stands in for attention: no query chooses.
def learn(ids, targets, counted, symbols, seed):
    keras.utils.set_random_seed(seed)
    layers = keras.layers
    inputs = keras.Input((ids.shape[1],), dtype="int32")
    x = layers.Embedding(symbols, 32)(inputs)
    before = layers.Cropping1D((0, 1))(layers.ZeroPadding1D((1, 0))(x))
    both = layers.Concatenate()([x, before])
    T = ids.shape[1]
    mean = np.tri(T, dtype="float32") / np.arange(1, T + 1, dtype="float32")[:, None]
    found = keras.ops.einsum("ts,nsd->ntd", mean, both)
    model = keras.Model(inputs, layers.Dense(symbols)(layers.Concatenate()([x, found])))
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss=loss, jit_compile=False)
    weight = counted.astype("float32")
    model.fit(ids, targets, sample_weight=weight, batch_size=25, epochs=5, verbose=0)
    return model

# %% far-too-large: The model has more parameters than the ceiling allows.
def learn(ids, targets, counted, symbols, seed):
    keras.utils.set_random_seed(seed)
    layers = keras.layers
    inputs = keras.Input((ids.shape[1],), dtype="int32")
    x = layers.Embedding(symbols, 64)(inputs)
    before = layers.Cropping1D((0, 1))(layers.ZeroPadding1D((1, 0))(x))
    both = layers.Concatenate()([x, before])
    found = layers.MultiHeadAttention(2, 64)(x, x, key=both, use_causal_mask=True)
    model = keras.Model(inputs, layers.Dense(symbols)(layers.Concatenate()([x, found])))
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss=loss, jit_compile=False)
    weight = counted.astype("float32")
    model.fit(ids, targets, sample_weight=weight, batch_size=25, epochs=1, verbose=0)
    return model

# %% rate-too-small: The rate is so small that six epochs do not suffice.
def learn(ids, targets, counted, symbols, seed):
    keras.utils.set_random_seed(seed)
    layers = keras.layers
    inputs = keras.Input((ids.shape[1],), dtype="int32")
    x = layers.Embedding(symbols, 32)(inputs)
    before = layers.Cropping1D((0, 1))(layers.ZeroPadding1D((1, 0))(x))
    both = layers.Concatenate()([x, before])
    found = layers.MultiHeadAttention(2, 16)(x, x, key=both, use_causal_mask=True)
    model = keras.Model(inputs, layers.Dense(symbols)(layers.Concatenate()([x, found])))
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer=keras.optimizers.Adam(0.0001), loss=loss, jit_compile=False)
    weight = counted.astype("float32")
    model.fit(ids, targets, sample_weight=weight, batch_size=25, epochs=5, verbose=0)
    return model

# %% untrained: The model is built and not trained.
def learn(ids, targets, counted, symbols, seed):
    keras.utils.set_random_seed(seed)
    layers = keras.layers
    inputs = keras.Input((ids.shape[1],), dtype="int32")
    x = layers.Embedding(symbols, 32)(inputs)
    before = layers.Cropping1D((0, 1))(layers.ZeroPadding1D((1, 0))(x))
    both = layers.Concatenate()([x, before])
    found = layers.MultiHeadAttention(2, 16)(x, x, key=both, use_causal_mask=True)
    model = keras.Model(inputs, layers.Dense(symbols)(layers.Concatenate()([x, found])))
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss=loss, jit_compile=False)
    weight = counted.astype("float32")
    return model

# %% ids-as-targets: The ids are their own targets.
def learn(ids, targets, counted, symbols, seed):
    keras.utils.set_random_seed(seed)
    layers = keras.layers
    inputs = keras.Input((ids.shape[1],), dtype="int32")
    x = layers.Embedding(symbols, 32)(inputs)
    before = layers.Cropping1D((0, 1))(layers.ZeroPadding1D((1, 0))(x))
    both = layers.Concatenate()([x, before])
    found = layers.MultiHeadAttention(2, 16)(x, x, key=both, use_causal_mask=True)
    model = keras.Model(inputs, layers.Dense(symbols)(layers.Concatenate()([x, found])))
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss=loss, jit_compile=False)
    weight = counted.astype("float32")
    model.fit(ids, ids, sample_weight=weight, batch_size=25, epochs=5, verbose=0)
    return model

# %% no-attention: There is no attention: a position knows its own symbol and the one before it, which does not suffice to look up.
def learn(ids, targets, counted, symbols, seed):
    keras.utils.set_random_seed(seed)
    layers = keras.layers
    inputs = keras.Input((ids.shape[1],), dtype="int32")
    x = layers.Embedding(symbols, 32)(inputs)
    before = layers.Cropping1D((0, 1))(layers.ZeroPadding1D((1, 0))(x))
    both = layers.Concatenate()([x, before])
    model = keras.Model(inputs, layers.Dense(symbols)(both))
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss=loss, jit_compile=False)
    weight = counted.astype("float32")
    model.fit(ids, targets, sample_weight=weight, batch_size=25, epochs=5, verbose=0)
    return model
