# %% entries-summed: The squared differences of Gram entries were added up; their mean is asked for.
def transfer_loss(made, content, style, gram, weights, layer, balance):
    total = np.mean((made[layer] - content[layer]) ** 2)
    for mine, theirs, weight in zip(made, style, weights):
        total += balance * weight * np.sum((gram(mine) - gram(theirs)) ** 2) / len(mine)
    return float(total)

# %% no-weights: The weights of the layers were left out.
def transfer_loss(made, content, style, gram, weights, layer, balance):
    total = np.mean((made[layer] - content[layer]) ** 2)
    for mine, theirs, weight in zip(made, style, weights):
        total += balance * np.mean((gram(mine) - gram(theirs)) ** 2)
    return float(total)

# %% balance-on-content: The balance was put on the content; it belongs to the style.
def transfer_loss(made, content, style, gram, weights, layer, balance):
    total = balance * np.mean((made[layer] - content[layer]) ** 2)
    for mine, theirs, weight in zip(made, style, weights):
        total += weight * np.mean((gram(mine) - gram(theirs)) ** 2)
    return float(total)

# %% content-everywhere: The contents of all layers were compared; only that of one layer counts.
def transfer_loss(made, content, style, gram, weights, layer, balance):
    total = sum(np.mean((m - c) ** 2) for m, c in zip(made, content))
    for mine, theirs, weight in zip(made, style, weights):
        total += balance * weight * np.mean((gram(mine) - gram(theirs)) ** 2)
    return float(total)

# %% content-style: The Gram matrices of the content were aimed at, not those of the style.
def transfer_loss(made, content, style, gram, weights, layer, balance):
    total = np.mean((made[layer] - content[layer]) ** 2)
    for mine, theirs, weight in zip(made, content, weights):
        total += balance * weight * np.mean((gram(mine) - gram(theirs)) ** 2)
    return float(total)

# %% weights-normalised: The weights were divided by their sum; they are used as they are given.
def transfer_loss(made, content, style, gram, weights, layer, balance):
    total = np.mean((made[layer] - content[layer]) ** 2)
    for mine, theirs, weight in zip(made, style, weights):
        total += balance * weight / sum(weights) * np.mean((gram(mine) - gram(theirs)) ** 2)
    return float(total)

# %% first-layer: The content of the first layer was compared, whatever layer was asked for.
def transfer_loss(made, content, style, gram, weights, layer, balance):
    total = np.mean((made[0] - content[0]) ** 2)
    for mine, theirs, weight in zip(made, style, weights):
        total += balance * weight * np.mean((gram(mine) - gram(theirs)) ** 2)
    return float(total)
