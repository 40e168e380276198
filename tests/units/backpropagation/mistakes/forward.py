# %% activation-after-the-last: The activation was applied after the last layer too.
def forward(params, X, act):
    cache, A = [], X
    for W, b in params:
        Z = A @ W + b
        cache.append((A, Z))
        A = act(Z)
    return A, cache
# %% no-activation: There is no activation between the layers.
def forward(params, X, act):
    cache, A = [], X
    for W, b in params:
        Z = A @ W + b
        cache.append((A, Z))
        A = Z
    return A, cache
# %% remembers-the-output: The cache holds what the activation gave instead of what came into the layer.
def forward(params, X, act):
    cache, A = [], X
    for W, b in params:
        Z = A @ W + b
        A = act(Z)
        cache.append((A, Z))
    return Z, cache
# %% remembers-after-activation: The cache holds Z after the activation.
def forward(params, X, act):
    cache, A = [], X
    for k, (W, b) in enumerate(params):
        Z = A @ W + b
        out = act(Z) if k < len(params) - 1 else Z
        cache.append((A, out))
        A = out
    return A, cache
# %% last-not-remembered: The cache has no pair for the last layer.
def forward(params, X, act):
    cache, A = [], X
    for W, b in params[:-1]:
        Z = A @ W + b
        cache.append((A, Z))
        A = act(Z)
    return A @ params[-1][0] + params[-1][1], cache
# %% always-tanh: The activation passed in was ignored and tanh used.
def forward(params, X, act):
    cache, A = [], X
    for W, b in params:
        Z = A @ W + b
        cache.append((A, Z))
        A = np.tanh(Z)
    return Z, cache
# %% no-bias: The biases were left out.
def forward(params, X, act):
    cache, A = [], X
    for W, _ in params:
        Z = A @ W
        cache.append((A, Z))
        A = act(Z)
    return Z, cache
# %% two-layers-only: The code is written for two layers, whatever the list holds.
def forward(params, X, act):
    Z1 = X @ params[0][0] + params[0][1]
    A1 = act(Z1)
    Z2 = A1 @ params[1][0] + params[1][1]
    return Z2, [(X, Z1), (A1, Z2)]
