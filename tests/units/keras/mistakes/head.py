# %% softmax-for-two: A softmax over a single unit is 1 for every input.
def head(task, count):
    activation, loss = {
        "numbers": ("linear", "mean_squared_error"),
        "yes-no": ("softmax", "binary_crossentropy"),
        "one-of": ("softmax", "sparse_categorical_crossentropy"),
        "one-of-one-hot": ("softmax", "categorical_crossentropy"),
        "any-of": ("sigmoid", "binary_crossentropy"),
    }[task]
    return {"units": count, "activation": activation, "loss": loss}
# %% softmax-for-tags: Tags do not exclude one another; softmax lets them add up to 1.
def head(task, count):
    activation, loss = {
        "numbers": ("linear", "mean_squared_error"),
        "yes-no": ("sigmoid", "binary_crossentropy"),
        "one-of": ("softmax", "sparse_categorical_crossentropy"),
        "one-of-one-hot": ("softmax", "categorical_crossentropy"),
        "any-of": ("softmax", "categorical_crossentropy"),
    }[task]
    return {"units": count, "activation": activation, "loss": loss}
# %% integers-as-one-hot: Classes given as integers need the sparse loss.
def head(task, count):
    activation, loss = {
        "numbers": ("linear", "mean_squared_error"),
        "yes-no": ("sigmoid", "binary_crossentropy"),
        "one-of": ("softmax", "categorical_crossentropy"),
        "one-of-one-hot": ("softmax", "categorical_crossentropy"),
        "any-of": ("sigmoid", "binary_crossentropy"),
    }[task]
    return {"units": count, "activation": activation, "loss": loss}
# %% sparse-for-one-hot: One-hot rows are not integers; the sparse loss does not take them.
def head(task, count):
    activation, loss = {
        "numbers": ("linear", "mean_squared_error"),
        "yes-no": ("sigmoid", "binary_crossentropy"),
        "one-of": ("softmax", "sparse_categorical_crossentropy"),
        "one-of-one-hot": ("softmax", "sparse_categorical_crossentropy"),
        "any-of": ("sigmoid", "binary_crossentropy"),
    }[task]
    return {"units": count, "activation": activation, "loss": loss}
# %% squares-for-classes: Probabilities are judged by the cross-entropy here, not by the squared error.
def head(task, count):
    activation = {"numbers": "linear", "yes-no": "sigmoid", "any-of": "sigmoid"}.get(task, "softmax")
    return {"units": count, "activation": activation, "loss": "sparse_categorical_crossentropy" if task == "one-of" else "mse"}
# %% relu-for-numbers: A relu in the last layer cannot answer with a negative number.
def head(task, count):
    activation, loss = {
        "numbers": ("relu", "mean_squared_error"),
        "yes-no": ("sigmoid", "binary_crossentropy"),
        "one-of": ("softmax", "sparse_categorical_crossentropy"),
        "one-of-one-hot": ("softmax", "categorical_crossentropy"),
        "any-of": ("sigmoid", "binary_crossentropy"),
    }[task]
    return {"units": count, "activation": activation, "loss": loss}
# %% one-unit: The last layer has one unit whatever is asked for.
def head(task, count):
    activation, loss = {
        "numbers": ("linear", "mean_squared_error"),
        "yes-no": ("sigmoid", "binary_crossentropy"),
        "one-of": ("softmax", "sparse_categorical_crossentropy"),
        "one-of-one-hot": ("softmax", "categorical_crossentropy"),
        "any-of": ("sigmoid", "binary_crossentropy"),
    }[task]
    return {"units": 1, "activation": activation, "loss": loss}
