# %% clipped: The probability was clipped, which charges 16 where the logits say 1000.
def bce(Z, Y, positive):
    P = np.clip(0.5 * (1 + np.tanh(Z / 2)), 1e-7, 1 - 1e-7)
    charged = positive * Y
    loss = np.mean(-charged * np.log(P) - (1 - Y) * np.log(1 - P))
    return float(loss), ((1 - Y) * P - charged * (1 - P)) / Z.size
# %% naive: The logarithm was taken of a probability that rounds to 0.
def bce(Z, Y, positive):
    P = 1 / (1 + np.exp(-Z))
    loss = np.mean(-positive * Y * np.log(P) - (1 - Y) * np.log(1 - P))
    return float(loss), ((1 - Y) * P - positive * Y * (1 - P)) / Z.size
# %% samples-only: Summed over the outputs; the mean is over all entries.
def bce(Z, Y, positive):
    yes, no = np.logaddexp(0, -Z), np.logaddexp(0, Z)
    loss = np.sum(positive * Y * yes + (1 - Y) * no) / len(Z)
    return float(loss), ((1 - Y) * np.exp(-yes) - positive * Y * np.exp(-no)) / len(Z)
# %% unweighted-slope: The factors are missing in the gradient, which is p - y here.
def bce(Z, Y, positive):
    yes, no = np.logaddexp(0, -Z), np.logaddexp(0, Z)
    loss = np.mean(positive * Y * yes + (1 - Y) * no)
    return float(loss), (np.exp(-yes) - Y) / Z.size
# %% no-factors: The factors were not used.
def bce(Z, Y, positive):
    yes, no = np.logaddexp(0, -Z), np.logaddexp(0, Z)
    return float(np.mean(Y * yes + (1 - Y) * no)), (np.exp(-yes) - Y) / Z.size
# %% factors-on-both: The factors were used for no as well as for yes.
def bce(Z, Y, positive):
    yes, no = np.logaddexp(0, -Z), np.logaddexp(0, Z)
    return float(np.mean(positive * (Y * yes + (1 - Y) * no))), positive * (np.exp(-yes) - Y) / Z.size
# %% factor-inside: c y was subtracted from p; the factor belongs to y (1 - p) only.
def bce(Z, Y, positive):
    yes, no = np.logaddexp(0, -Z), np.logaddexp(0, Z)
    loss = np.mean(positive * Y * yes + (1 - Y) * no)
    return float(loss), (np.exp(-yes) - positive * Y) / Z.size
# %% hard-targets: Targets between no and yes were rounded.
def bce(Z, Y, positive):
    yes, no = np.logaddexp(0, -Z), np.logaddexp(0, Z)
    loss = np.mean(np.where(Y > 0.5, positive * yes, no))
    return float(loss), np.where(Y > 0.5, -positive * np.exp(-no), np.exp(-yes)) / Z.size
# %% sign: The gradient has the wrong sign: it is p - y for a factor of 1.
def bce(Z, Y, positive):
    yes, no = np.logaddexp(0, -Z), np.logaddexp(0, Z)
    loss = np.mean(positive * Y * yes + (1 - Y) * no)
    return float(loss), (positive * Y * np.exp(-no) - (1 - Y) * np.exp(-yes)) / Z.size
# %% targets-changed: Y *= positive changed the caller's targets, and with them 1 - Y.
def bce(Z, Y, positive):
    yes, no = np.logaddexp(0, -Z), np.logaddexp(0, Z)
    Y *= positive
    loss = np.mean(Y * yes + (1 - Y) * no)
    return float(loss), ((1 - Y) * np.exp(-yes) - Y * np.exp(-no)) / Z.size
