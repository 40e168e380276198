# %% nats: Natural logarithms give nats; bits are asked for.
def code_costs(P, Q):
    H = np.where(P > 0, -P * np.log(P), 0.0).sum(axis=1)
    C = np.where(P > 0, -P * np.log(Q), 0.0).sum(axis=1)
    return H, C, C - H
# %% zeros-nan: 0 times the logarithm of 0 is nan; by convention it is 0.
def code_costs(P, Q):
    H = -(P * np.log2(P)).sum(axis=1)
    C = -(P * np.log2(Q)).sum(axis=1)
    return H, C, C - H
# %% small-number: A small number in the logarithm made infinite costs finite.
def code_costs(P, Q):
    H = -(P * np.log2(P + 1e-7)).sum(axis=1)
    C = -(P * np.log2(Q + 1e-7)).sum(axis=1)
    return H, C, C - H
# %% never-infinite: An outcome that occurs and has q = 0 was left out; it costs infinitely much.
def code_costs(P, Q):
    H = np.where(P > 0, -P * np.log2(P), 0.0).sum(axis=1)
    C = np.where((P > 0) & (Q > 0), -P * np.log2(Q), 0.0).sum(axis=1)
    return H, C, C - H
# %% infinite-for-nothing: A zero of q made the cost infinite although the outcome does not occur.
def code_costs(P, Q):
    H = np.where(P > 0, -P * np.log2(P), 0.0).sum(axis=1)
    terms = np.where(Q > 0, -P * np.log2(Q), np.inf)
    C = terms.sum(axis=1)
    return H, C, C - H
# %% other-direction: The divergence is that of q from p; the two directions differ.
def code_costs(P, Q):
    Q = np.broadcast_to(Q, P.shape)
    H = np.where(P > 0, -P * np.log2(P), 0.0).sum(axis=1)
    C = np.where(P > 0, -P * np.log2(Q), 0.0).sum(axis=1)
    D = np.where(Q > 0, Q * (np.log2(Q) - np.log2(P)), 0.0).sum(axis=1)
    return H, C, D
# %% weights-of-q: The cross-entropy is a mean over q; p says what occurs.
def code_costs(P, Q):
    Q = np.broadcast_to(Q, P.shape)
    H = np.where(P > 0, -P * np.log2(P), 0.0).sum(axis=1)
    C = np.where(Q > 0, -Q * np.log2(P), 0.0).sum(axis=1)
    return H, C, C - H
# %% entropy-of-q: The entropy is that of Q.
def code_costs(P, Q):
    Q = np.broadcast_to(Q, P.shape)
    H = np.where(Q > 0, -Q * np.log2(Q), 0.0).sum(axis=1)
    C = np.where(P > 0, -P * np.log2(Q), 0.0).sum(axis=1)
    return H, C, C - np.where(P > 0, -P * np.log2(P), 0.0).sum(axis=1)
# %% averaged: The mean over the outcomes was taken; p is the weight already.
def code_costs(P, Q):
    H = np.where(P > 0, -P * np.log2(P), 0.0).mean(axis=1)
    C = np.where(P > 0, -P * np.log2(Q), 0.0).mean(axis=1)
    return H, C, C - H
# %% signs: The minus in front of the sum is missing.
def code_costs(P, Q):
    H = np.where(P > 0, P * np.log2(P), 0.0).sum(axis=1)
    C = np.where(P > 0, P * np.log2(Q), 0.0).sum(axis=1)
    return H, C, H - C
# %% difference-turned: The divergence is entropy minus cross-entropy and so negative.
def code_costs(P, Q):
    H = np.where(P > 0, -P * np.log2(P), 0.0).sum(axis=1)
    C = np.where(P > 0, -P * np.log2(Q), 0.0).sum(axis=1)
    return H, C, H - C
# %% order: Divergence and cross-entropy have changed places.
def code_costs(P, Q):
    H = np.where(P > 0, -P * np.log2(P), 0.0).sum(axis=1)
    C = np.where(P > 0, -P * np.log2(Q), 0.0).sum(axis=1)
    return H, C - H, C
# %% whole-batch: The sums ran over the rows as well.
def code_costs(P, Q):
    n = len(P)
    H = np.full(n, np.where(P > 0, -P * np.log2(P), 0.0).sum())
    C = np.full(n, np.where(P > 0, -P * np.log2(Q), 0.0).sum())
    return H, C, C - H
