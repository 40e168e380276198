# %% build
def build(inputs, hidden, head, skip):
    return keras.Sequential(
        [
            keras.Input((inputs,)),
            keras.layers.Dense(hidden[0][0], activation="relu"),
            keras.layers.Dense(head[0], activation="sigmoid"),
        ]
    )


# %% head
def head(task, count):
    return {"units": 1, "activation": "sigmoid", "loss": "binary_crossentropy"}


# %% plateau-rates
def plateau_rates(losses, rate, factor, patience, least, lowest):
    best, waited = np.inf, 0
    for loss in losses:
        if loss < best:
            best, waited = loss, 0
        else:
            waited += 1
        if waited == patience:
            break
    return [rate] * len(losses)
