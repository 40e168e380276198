# %% no-skip: The short cut was not built.
def build(inputs, hidden, head, skip):
    x = keras.Input((inputs,))
    h = x
    for units, activation in hidden:
        h = keras.layers.Dense(units, activation=activation)(h)
    return keras.Model(x, keras.layers.Dense(head[0], activation=head[1])(h))
# %% features-first: The features stand before the hidden units, not behind them.
def build(inputs, hidden, head, skip):
    x = keras.Input((inputs,))
    h = x
    for units, activation in hidden:
        h = keras.layers.Dense(units, activation=activation)(h)
    if skip:
        h = keras.layers.Concatenate()([x, h])
    return keras.Model(x, keras.layers.Dense(head[0], activation=head[1])(h))
# %% linear-hidden: The hidden layers have no activation, so that the model is linear up to its head.
def build(inputs, hidden, head, skip):
    x = keras.Input((inputs,))
    h = x
    for units, _ in hidden:
        h = keras.layers.Dense(units)(h)
    if skip:
        h = keras.layers.Concatenate()([h, x])
    return keras.Model(x, keras.layers.Dense(head[0], activation=head[1])(h))
# %% head-without-activation: The head has no activation.
def build(inputs, hidden, head, skip):
    x = keras.Input((inputs,))
    h = x
    for units, activation in hidden:
        h = keras.layers.Dense(units, activation=activation)(h)
    if skip:
        h = keras.layers.Concatenate()([h, x])
    return keras.Model(x, keras.layers.Dense(head[0])(h))
# %% first-layer-only: Only the first hidden layer was built.
def build(inputs, hidden, head, skip):
    x = keras.Input((inputs,))
    h = keras.layers.Dense(hidden[0][0], activation=hidden[0][1])(x)
    if skip:
        h = keras.layers.Concatenate()([h, x])
    return keras.Model(x, keras.layers.Dense(head[0], activation=head[1])(h))
# %% layers-on-the-input: Every layer was called on the features instead of the layer before it.
def build(inputs, hidden, head, skip):
    x = keras.Input((inputs,))
    for units, activation in hidden:
        h = keras.layers.Dense(units, activation=activation)(x)
    if skip:
        h = keras.layers.Concatenate()([h, x])
    return keras.Model(x, keras.layers.Dense(head[0], activation=head[1])(h))
# %% one-for-all: Models that are built alike share their layers.
_layers = {}


def build(inputs, hidden, head, skip):
    def layer(place, units, activation):
        key = (inputs, tuple(hidden), head, skip, place)
        return _layers.setdefault(key, keras.layers.Dense(units, activation=activation))

    x = keras.Input((inputs,))
    h = x
    for k, (units, activation) in enumerate(hidden):
        h = layer(k, units, activation)(h)
    if skip:
        h = keras.layers.Concatenate()([h, x])
    return keras.Model(x, layer("head", *head)(h))
# %% list-extended: The head was put into the list of the caller, which changed it.
def build(inputs, hidden, head, skip):
    hidden.append(head)
    x = keras.Input((inputs,))
    h = x
    for units, activation in hidden[:-1]:
        h = keras.layers.Dense(units, activation=activation)(h)
    if skip:
        h = keras.layers.Concatenate()([h, x])
    return keras.Model(x, keras.layers.Dense(head[0], activation=head[1])(h))
