# %% no-activation: The activation of a layer was not applied.
def forward(X, layers):
    passed_on = [X]
    for W, b, f in layers:
        passed_on.append(passed_on[-1] @ W + b)
    return passed_on

# %% z-goes-on: The z of a layer goes into the next one, and its activation is only recorded.
def forward(X, layers):
    passed_on, a = [X], X
    for W, b, f in layers:
        a = a @ W + b
        passed_on.append(a if f is None else f(a))
    return passed_on

# %% relu-everywhere: ReLU was applied to every layer, whatever its activation.
def forward(X, layers):
    passed_on = [X]
    for W, b, f in layers:
        passed_on.append(relu(passed_on[-1] @ W + b))
    return passed_on

# %% relu-for-all-but-the-last: ReLU was applied to all layers but the last, whatever their activation.
def forward(X, layers):
    passed_on = [X]
    for k, (W, b, f) in enumerate(layers):
        z = passed_on[-1] @ W + b
        passed_on.append(relu(z) if k < len(layers) - 1 else z)
    return passed_on

# %% no-bias: The biases were not added.
def forward(X, layers):
    passed_on = [X]
    for W, b, f in layers:
        z = passed_on[-1] @ W
        passed_on.append(z if f is None else f(z))
    return passed_on

# %% transposed: W was transposed, which squares let pass.
def forward(X, layers):
    passed_on = [X]
    for W, b, f in layers:
        z = passed_on[-1] @ (W.T if W.shape[0] == W.shape[1] else W) + b
        passed_on.append(z if f is None else f(z))
    return passed_on

# %% always-a-batch: A single sample came out as a batch of one.
def forward(X, layers):
    passed_on = [np.atleast_2d(X)]
    for W, b, f in layers:
        z = passed_on[-1] @ W + b
        passed_on.append(z if f is None else f(z))
    return passed_on

# %% without-input: The list begins with the first layer instead of X.
def forward(X, layers):
    passed_on = []
    for W, b, f in layers:
        X = X @ W + b
        X = X if f is None else f(X)
        passed_on.append(X)
    return passed_on

# %% last-only: Only what the last layer passed on was returned.
def forward(X, layers):
    for W, b, f in layers:
        X = X @ W + b
        X = X if f is None else f(X)
    return X

# %% bias-along-samples: The biases were added along the samples, which squares let pass.
def forward(X, layers):
    passed_on = [X]
    for W, b, f in layers:
        z = passed_on[-1] @ W
        z = z + (b[:, None] if z.ndim == 2 and z.shape[0] == len(b) else b)
        passed_on.append(z if f is None else f(z))
    return passed_on
