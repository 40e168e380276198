# %% order-of-the-way-back: The list starts with the last layer, and params starts with the first.
def backward(params, cache, upstream, layer_backward, act_backward):
    grads, dZ = [], upstream
    for k in reversed(range(len(params))):
        dA, dW, db = layer_backward(cache[k][0], params[k][0], dZ)
        grads.append((dW, db))
        if k > 0:
            dZ = act_backward(cache[k - 1][1], dA)
    return grads, dA
# %% no-activation-rule: The activation's rule between two layers was left out.
def backward(params, cache, upstream, layer_backward, act_backward):
    grads, dZ = [], upstream
    for k in reversed(range(len(params))):
        dZ, dW, db = layer_backward(cache[k][0], params[k][0], dZ)
        grads.insert(0, (dW, db))
    return grads, dZ
# %% z-of-the-same-layer: The activation before layer k was given the Z of layer k - 1, not of layer k.
def backward(params, cache, upstream, layer_backward, act_backward):
    grads, dZ = [], upstream
    for k in reversed(range(len(params))):
        dA, dW, db = layer_backward(cache[k][0], params[k][0], dZ)
        grads.insert(0, (dW, db))
        if k > 0:
            dZ = cache[k][1][:, :1] * 0 + act_backward(np.resize(cache[k][1], dA.shape), dA)
    return grads, dA
# %% rule-gets-the-output: act_backward got the activation's output A instead of its input Z.
def backward(params, cache, upstream, layer_backward, act_backward):
    grads, dZ = [], upstream
    for k in reversed(range(len(params))):
        dA, dW, db = layer_backward(cache[k][0], params[k][0], dZ)
        grads.insert(0, (dW, db))
        if k > 0:
            dZ = act_backward(cache[k][0], dA)
    return grads, dA
# %% activation-after-the-last: The last layer has no activation, and its rule was applied there.
def backward(params, cache, upstream, layer_backward, act_backward):
    grads, dA = [], upstream
    for k in reversed(range(len(params))):
        dZ = act_backward(cache[k][1], dA)
        dA, dW, db = layer_backward(cache[k][0], params[k][0], dZ)
        grads.insert(0, (dW, db))
    return grads, dA
# %% input-as-activated: X did not come out of an activation, and its derivative went through the rule.
def backward(params, cache, upstream, layer_backward, act_backward):
    grads, dZ = [], upstream
    for k in reversed(range(len(params))):
        dA, dW, db = layer_backward(cache[k][0], params[k][0], dZ)
        grads.insert(0, (dW, db))
        dZ = act_backward(cache[k - 1][1], dA) if k > 0 else dZ
    return grads, dZ
# %% upstream-not-passed-on: Every layer got the upstream of the last one.
def backward(params, cache, upstream, layer_backward, act_backward):
    grads = []
    for (W, _), (A, _) in zip(params, cache):
        dZ = np.resize(upstream, (len(A), W.shape[1]))
        dA, dW, db = layer_backward(A, W, dZ)
        grads.append((dW, db))
    return grads, layer_backward(cache[0][0], params[0][0], np.resize(upstream, cache[0][1].shape))[0]
# %% own-layer-rule: The layer's rule was written out, and the one that was passed in is never called.
def backward(params, cache, upstream, layer_backward, act_backward):
    grads, dZ = [], upstream
    for k in reversed(range(len(params))):
        A = cache[k][0]
        grads.insert(0, (A.T @ dZ, dZ.sum(axis=0)))
        dA = dZ @ params[k][0].T
        if k:
            dZ = act_backward(cache[k - 1][1], dA)
    return grads, dA
# %% empties-params: pop() takes the layers out of the lists that belong to the caller.
def backward(params, cache, upstream, layer_backward, act_backward):
    grads, dZ = [], upstream
    while params:
        W, b = params.pop()
        A, Z = cache.pop()
        dA, dW, db = layer_backward(A, W, dZ)
        grads.insert(0, (dW, db))
        if params:
            dZ = act_backward(cache[-1][1], dA)
    return grads, dA
