# %% overwritten: A share replaced those before it; shares of one tensor are added.
def backward(result, order, unbroadcast):
    tensors = order(result)
    for tensor in tensors:
        if tensor.parents or tensor.grad is None:
            tensor.grad = np.zeros_like(tensor.data)
    result.grad = result.grad + 1
    for tensor in reversed(tensors):
        if tensor.parents:
            shares = tensor.rule(tensor.grad)
            for parent, share in zip(tensor.parents, shares):
                parent.grad = unbroadcast(share, parent.data.shape)
# %% forwards: The list was read from its beginning; a tensor may pass on its slopes when all its children have reported.
def backward(result, order, unbroadcast):
    tensors = order(result)
    for tensor in tensors:
        if tensor.parents or tensor.grad is None:
            tensor.grad = np.zeros_like(tensor.data)
    result.grad = result.grad + 1
    for tensor in tensors:
        if tensor.parents:
            shares = tensor.rule(tensor.grad)
            for parent, share in zip(tensor.parents, shares):
                parent.grad = parent.grad + unbroadcast(share, parent.data.shape)
# %% always-anew: Tensors without parents lost what an earlier call had left; they keep adding.
def backward(result, order, unbroadcast):
    tensors = order(result)
    for tensor in tensors:
        if True:
            tensor.grad = np.zeros_like(tensor.data)
    result.grad = result.grad + 1
    for tensor in reversed(tensors):
        if tensor.parents:
            shares = tensor.rule(tensor.grad)
            for parent, share in zip(tensor.parents, shares):
                parent.grad = parent.grad + unbroadcast(share, parent.data.shape)
# %% never-anew: Tensors with parents kept the slopes of an earlier call, and passed them on again.
def backward(result, order, unbroadcast):
    tensors = order(result)
    for tensor in tensors:
        if tensor.grad is None:
            tensor.grad = np.zeros_like(tensor.data)
    result.grad = result.grad + 1
    for tensor in reversed(tensors):
        if tensor.parents:
            shares = tensor.rule(tensor.grad)
            for parent, share in zip(tensor.parents, shares):
                parent.grad = parent.grad + unbroadcast(share, parent.data.shape)
# %% not-summed: A share of a stretched tensor was kept in the stretched shape.
def backward(result, order, unbroadcast):
    tensors = order(result)
    for tensor in tensors:
        if tensor.parents or tensor.grad is None:
            tensor.grad = np.zeros_like(tensor.data)
    result.grad = result.grad + 1
    for tensor in reversed(tensors):
        if tensor.parents:
            shares = tensor.rule(tensor.grad)
            for parent, share in zip(tensor.parents, shares):
                parent.grad = parent.grad + share
# %% no-start: The walk began with slopes of 0; the result has slope 1 with respect to itself.
def backward(result, order, unbroadcast):
    tensors = order(result)
    for tensor in tensors:
        if tensor.parents or tensor.grad is None:
            tensor.grad = np.zeros_like(tensor.data)
    for tensor in reversed(tensors):
        if tensor.parents:
            shares = tensor.rule(tensor.grad)
            for parent, share in zip(tensor.parents, shares):
                parent.grad = parent.grad + unbroadcast(share, parent.data.shape)
# %% upstream-of-ones: Every rule was asked with slopes of 1, not with what its tensor had collected.
def backward(result, order, unbroadcast):
    tensors = order(result)
    for tensor in tensors:
        if tensor.parents or tensor.grad is None:
            tensor.grad = np.zeros_like(tensor.data)
    result.grad = result.grad + 1
    for tensor in reversed(tensors):
        if tensor.parents:
            shares = tensor.rule(np.ones_like(tensor.data))
            for parent, share in zip(tensor.parents, shares):
                parent.grad = parent.grad + unbroadcast(share, parent.data.shape)
# %% numbers-only: The slopes of the result are one for every entry, in an array of its shape.
def backward(result, order, unbroadcast):
    tensors = order(result)
    for tensor in tensors:
        if tensor.parents or tensor.grad is None:
            tensor.grad = np.zeros_like(tensor.data)
    result.grad = np.ones(())
    for tensor in reversed(tensors):
        if tensor.parents:
            shares = tensor.rule(tensor.grad)
            for parent, share in zip(tensor.parents, shares):
                parent.grad = parent.grad + unbroadcast(share, parent.data.shape)
# %% shared-array: Two tensors share one array: rules may return upstream itself, and += wrote into it.
def backward(result, order, unbroadcast):
    tensors = order(result)
    for tensor in tensors:
        if tensor.parents:
            tensor.grad = None
    if result.grad is None:
        result.grad = np.ones_like(result.data)
    else:
        result.grad += 1
    for tensor in reversed(tensors):
        if tensor.parents:
            for parent, share in zip(tensor.parents, tensor.rule(tensor.grad)):
                if share.shape != parent.data.shape:
                    share = unbroadcast(share, parent.data.shape)
                if parent.grad is None:
                    parent.grad = share
                else:
                    parent.grad += share
