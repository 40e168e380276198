# %% each-for-itself: Each array was limited for itself; the norm is that of all four together.
def train_steps(weights, x, y, importance, rate, limit, steps):
    ops = keras.ops
    model = keras.Sequential(
        [
            keras.Input((x.shape[1],)),
            keras.layers.Dense(len(weights[1]), activation="tanh"),
            keras.layers.Dense(1),
        ]
    )
    model.set_weights(weights)
    rows, target = ops.convert_to_tensor(x, "float32"), ops.convert_to_tensor(y, "float32")
    share = ops.convert_to_tensor(importance / np.sum(importance), "float32")

    def loss():
        return ops.sum(share * (model(rows)[:, 0] - target) ** 2)

    losses = []
    for _ in range(steps):
        value, gradients = value_and_grad(loss, model.trainable_variables)
        for variable, gradient in zip(model.trainable_variables, gradients):
            norm = float(ops.sum(gradient**2)) ** 0.5
            factor = limit / norm if norm > limit else 1.0
            variable.assign(variable - rate * factor * gradient)
        losses.append(float(value))
    return losses, model.get_weights()

# %% not-limited: The gradients were not limited.
def train_steps(weights, x, y, importance, rate, limit, steps):
    ops = keras.ops
    model = keras.Sequential(
        [
            keras.Input((x.shape[1],)),
            keras.layers.Dense(len(weights[1]), activation="tanh"),
            keras.layers.Dense(1),
        ]
    )
    model.set_weights(weights)
    rows, target = ops.convert_to_tensor(x, "float32"), ops.convert_to_tensor(y, "float32")
    share = ops.convert_to_tensor(importance / np.sum(importance), "float32")

    def loss():
        return ops.sum(share * (model(rows)[:, 0] - target) ** 2)

    losses = []
    for _ in range(steps):
        value, gradients = value_and_grad(loss, model.trainable_variables)
        norm = float(sum(ops.sum(g**2) for g in gradients)) ** 0.5
        factor = 1.0
        for variable, gradient in zip(model.trainable_variables, gradients):
            variable.assign(variable - rate * factor * gradient)
        losses.append(float(value))
    return losses, model.get_weights()

# %% always-this-long: Gradients that are short enough were made longer.
def train_steps(weights, x, y, importance, rate, limit, steps):
    ops = keras.ops
    model = keras.Sequential(
        [
            keras.Input((x.shape[1],)),
            keras.layers.Dense(len(weights[1]), activation="tanh"),
            keras.layers.Dense(1),
        ]
    )
    model.set_weights(weights)
    rows, target = ops.convert_to_tensor(x, "float32"), ops.convert_to_tensor(y, "float32")
    share = ops.convert_to_tensor(importance / np.sum(importance), "float32")

    def loss():
        return ops.sum(share * (model(rows)[:, 0] - target) ** 2)

    losses = []
    for _ in range(steps):
        value, gradients = value_and_grad(loss, model.trainable_variables)
        norm = float(sum(ops.sum(g**2) for g in gradients)) ** 0.5
        factor = limit / max(norm, 1e-30)
        for variable, gradient in zip(model.trainable_variables, gradients):
            variable.assign(variable - rate * factor * gradient)
        losses.append(float(value))
    return losses, model.get_weights()

# %% clipped: Every entry was clipped for itself, which changes the direction.
def train_steps(weights, x, y, importance, rate, limit, steps):
    ops = keras.ops
    model = keras.Sequential(
        [
            keras.Input((x.shape[1],)),
            keras.layers.Dense(len(weights[1]), activation="tanh"),
            keras.layers.Dense(1),
        ]
    )
    model.set_weights(weights)
    rows, target = ops.convert_to_tensor(x, "float32"), ops.convert_to_tensor(y, "float32")
    share = ops.convert_to_tensor(importance / np.sum(importance), "float32")

    def loss():
        return ops.sum(share * (model(rows)[:, 0] - target) ** 2)

    losses = []
    for _ in range(steps):
        value, gradients = value_and_grad(loss, model.trainable_variables)
        norm = float(sum(ops.sum(g**2) for g in gradients)) ** 0.5
        factor = limit / norm if norm > limit else 1.0
        for variable, gradient in zip(model.trainable_variables, gradients):
            variable.assign(variable - rate * ops.clip(gradient, -limit, limit))
        losses.append(float(value))
    return losses, model.get_weights()

# %% importance-forgotten: The importance was not used.
def train_steps(weights, x, y, importance, rate, limit, steps):
    ops = keras.ops
    model = keras.Sequential(
        [
            keras.Input((x.shape[1],)),
            keras.layers.Dense(len(weights[1]), activation="tanh"),
            keras.layers.Dense(1),
        ]
    )
    model.set_weights(weights)
    rows, target = ops.convert_to_tensor(x, "float32"), ops.convert_to_tensor(y, "float32")
    share = ops.convert_to_tensor(np.ones(len(y)) / len(y), "float32")

    def loss():
        return ops.sum(share * (model(rows)[:, 0] - target) ** 2)

    losses = []
    for _ in range(steps):
        value, gradients = value_and_grad(loss, model.trainable_variables)
        norm = float(sum(ops.sum(g**2) for g in gradients)) ** 0.5
        factor = limit / norm if norm > limit else 1.0
        for variable, gradient in zip(model.trainable_variables, gradients):
            variable.assign(variable - rate * factor * gradient)
        losses.append(float(value))
    return losses, model.get_weights()

# %% sum: The weighted squares were summed and not divided by the sum of the importances.
def train_steps(weights, x, y, importance, rate, limit, steps):
    ops = keras.ops
    model = keras.Sequential(
        [
            keras.Input((x.shape[1],)),
            keras.layers.Dense(len(weights[1]), activation="tanh"),
            keras.layers.Dense(1),
        ]
    )
    model.set_weights(weights)
    rows, target = ops.convert_to_tensor(x, "float32"), ops.convert_to_tensor(y, "float32")
    share = ops.convert_to_tensor(importance, "float32")

    def loss():
        return ops.sum(share * (model(rows)[:, 0] - target) ** 2)

    losses = []
    for _ in range(steps):
        value, gradients = value_and_grad(loss, model.trainable_variables)
        norm = float(sum(ops.sum(g**2) for g in gradients)) ** 0.5
        factor = limit / norm if norm > limit else 1.0
        for variable, gradient in zip(model.trainable_variables, gradients):
            variable.assign(variable - rate * factor * gradient)
        losses.append(float(value))
    return losses, model.get_weights()

# %% broadcast: A column minus a row of numbers is a table of all pairs.
def train_steps(weights, x, y, importance, rate, limit, steps):
    ops = keras.ops
    model = keras.Sequential(
        [
            keras.Input((x.shape[1],)),
            keras.layers.Dense(len(weights[1]), activation="tanh"),
            keras.layers.Dense(1),
        ]
    )
    model.set_weights(weights)
    rows, target = ops.convert_to_tensor(x, "float32"), ops.convert_to_tensor(y, "float32")
    share = ops.convert_to_tensor(importance / np.sum(importance), "float32")

    def loss():
        return ops.sum(share * (model(rows) - target) ** 2)

    losses = []
    for _ in range(steps):
        value, gradients = value_and_grad(loss, model.trainable_variables)
        norm = float(sum(ops.sum(g**2) for g in gradients)) ** 0.5
        factor = limit / norm if norm > limit else 1.0
        for variable, gradient in zip(model.trainable_variables, gradients):
            variable.assign(variable - rate * factor * gradient)
        losses.append(float(value))
    return losses, model.get_weights()

# %% uphill: The gradient was added.
def train_steps(weights, x, y, importance, rate, limit, steps):
    ops = keras.ops
    model = keras.Sequential(
        [
            keras.Input((x.shape[1],)),
            keras.layers.Dense(len(weights[1]), activation="tanh"),
            keras.layers.Dense(1),
        ]
    )
    model.set_weights(weights)
    rows, target = ops.convert_to_tensor(x, "float32"), ops.convert_to_tensor(y, "float32")
    share = ops.convert_to_tensor(importance / np.sum(importance), "float32")

    def loss():
        return ops.sum(share * (model(rows)[:, 0] - target) ** 2)

    losses = []
    for _ in range(steps):
        value, gradients = value_and_grad(loss, model.trainable_variables)
        norm = float(sum(ops.sum(g**2) for g in gradients)) ** 0.5
        factor = limit / norm if norm > limit else 1.0
        for variable, gradient in zip(model.trainable_variables, gradients):
            variable.assign(variable + rate * factor * gradient)
        losses.append(float(value))
    return losses, model.get_weights()

# %% loss-afterwards: The losses are those after each step.
def train_steps(weights, x, y, importance, rate, limit, steps):
    ops = keras.ops
    model = keras.Sequential(
        [
            keras.Input((x.shape[1],)),
            keras.layers.Dense(len(weights[1]), activation="tanh"),
            keras.layers.Dense(1),
        ]
    )
    model.set_weights(weights)
    rows, target = ops.convert_to_tensor(x, "float32"), ops.convert_to_tensor(y, "float32")
    share = ops.convert_to_tensor(importance / np.sum(importance), "float32")

    def loss():
        return ops.sum(share * (model(rows)[:, 0] - target) ** 2)

    losses = []
    for _ in range(steps):
        value, gradients = value_and_grad(loss, model.trainable_variables)
        norm = float(sum(ops.sum(g**2) for g in gradients)) ** 0.5
        factor = limit / norm if norm > limit else 1.0
        for variable, gradient in zip(model.trainable_variables, gradients):
            variable.assign(variable - rate * factor * gradient)
        losses.append(float(loss()))
    return losses, model.get_weights()

# %% divided-by-nothing: The norm can be 0, and then nothing can be divided by it; the gradients stay as they are.
def train_steps(weights, x, y, importance, rate, limit, steps):
    ops = keras.ops
    model = keras.Sequential(
        [
            keras.Input((x.shape[1],)),
            keras.layers.Dense(len(weights[1]), activation="tanh"),
            keras.layers.Dense(1),
        ]
    )
    model.set_weights(weights)
    rows, target = ops.convert_to_tensor(x, "float32"), ops.convert_to_tensor(y, "float32")
    share = ops.convert_to_tensor(importance / np.sum(importance), "float32")

    def loss():
        return ops.sum(share * (model(rows)[:, 0] - target) ** 2)

    losses = []
    for _ in range(steps):
        value, gradients = value_and_grad(loss, model.trainable_variables)
        norm = float(sum(ops.sum(g**2) for g in gradients)) ** 0.5
        factor = min(1.0, limit / norm)
        for variable, gradient in zip(model.trainable_variables, gradients):
            variable.assign(variable - rate * factor * gradient)
        losses.append(float(value))
    return losses, model.get_weights()

# %% no-root: The norm was left squared.
def train_steps(weights, x, y, importance, rate, limit, steps):
    ops = keras.ops
    model = keras.Sequential(
        [
            keras.Input((x.shape[1],)),
            keras.layers.Dense(len(weights[1]), activation="tanh"),
            keras.layers.Dense(1),
        ]
    )
    model.set_weights(weights)
    rows, target = ops.convert_to_tensor(x, "float32"), ops.convert_to_tensor(y, "float32")
    share = ops.convert_to_tensor(importance / np.sum(importance), "float32")

    def loss():
        return ops.sum(share * (model(rows)[:, 0] - target) ** 2)

    losses = []
    for _ in range(steps):
        value, gradients = value_and_grad(loss, model.trainable_variables)
        norm = float(sum(ops.sum(g**2) for g in gradients))
        factor = limit / norm if norm > limit else 1.0
        for variable, gradient in zip(model.trainable_variables, gradients):
            variable.assign(variable - rate * factor * gradient)
        losses.append(float(value))
    return losses, model.get_weights()
