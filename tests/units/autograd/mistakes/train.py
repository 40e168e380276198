# %% never-forgotten: The slopes of the steps before are still there: grad was never set back to None.
def train(parameters, loss, backward, rate, steps):
    losses = []
    for _ in range(steps):
        result = loss()
        losses.append(float(result.data))
        backward(result)
        for parameter in parameters:
            if parameter.grad is not None:
                parameter.data = parameter.data - rate * parameter.grad
    return losses
# %% forgotten-once: The slopes were forgotten before the first step only.
def train(parameters, loss, backward, rate, steps):
    losses = []
    for parameter in parameters:
        parameter.grad = None
    for _ in range(steps):
        result = loss()
        losses.append(float(result.data))
        backward(result)
        for parameter in parameters:
            if parameter.grad is not None:
                parameter.data = parameter.data - rate * parameter.grad
    return losses
# %% in-place: The parameter was changed in place: rules and callers still hold that array.
def train(parameters, loss, backward, rate, steps):
    losses = []
    for _ in range(steps):
        for parameter in parameters:
            parameter.grad = None
        result = loss()
        losses.append(float(result.data))
        backward(result)
        for parameter in parameters:
            if parameter.grad is not None:
                parameter.data -= rate * parameter.grad
    return losses
# %% uphill: The parameters moved with the gradient; descent goes against it.
def train(parameters, loss, backward, rate, steps):
    losses = []
    for _ in range(steps):
        for parameter in parameters:
            parameter.grad = None
        result = loss()
        losses.append(float(result.data))
        backward(result)
        for parameter in parameters:
            if parameter.grad is not None:
                parameter.data = parameter.data + rate * parameter.grad
    return losses
# %% keeps-the-graphs: The list holds tensors; each keeps the graph of its step. The plain numbers are asked for.
def train(parameters, loss, backward, rate, steps):
    losses = []
    for _ in range(steps):
        for parameter in parameters:
            parameter.grad = None
        result = loss()
        losses.append(result)
        backward(result)
        for parameter in parameters:
            if parameter.grad is not None:
                parameter.data = parameter.data - rate * parameter.grad
    return losses
# %% losses-after: The losses are those after each step; those before it are asked for.
def train(parameters, loss, backward, rate, steps):
    losses = []
    for _ in range(steps):
        for parameter in parameters:
            parameter.grad = None
        result = loss()
        backward(result)
        for parameter in parameters:
            if parameter.grad is not None:
                parameter.data = parameter.data - rate * parameter.grad
        losses.append(float(loss().data))
    return losses
# %% every-parameter-moves: A parameter that the loss does not use has no slope, and was moved nevertheless.
def train(parameters, loss, backward, rate, steps):
    losses = []
    for _ in range(steps):
        for parameter in parameters:
            parameter.grad = None
        result = loss()
        losses.append(float(result.data))
        backward(result)
        for parameter in parameters:
            grad = 1.0 if parameter.grad is None else parameter.grad
            parameter.data = parameter.data - rate * grad
    return losses
# %% no-unused: A parameter that the loss does not use has None as its slope, and the update stumbled over it.
def train(parameters, loss, backward, rate, steps):
    losses = []
    for _ in range(steps):
        for parameter in parameters:
            parameter.grad = None
        result = loss()
        losses.append(float(result.data))
        backward(result)
        for parameter in parameters:
            parameter.data = parameter.data - rate * parameter.grad
    return losses
# %% averaged-rate: The rate was divided by the number of parameters.
def train(parameters, loss, backward, rate, steps):
    losses = []
    for _ in range(steps):
        for parameter in parameters:
            parameter.grad = None
        result = loss()
        losses.append(float(result.data))
        backward(result)
        for parameter in parameters:
            if parameter.grad is not None:
                parameter.data = parameter.data - rate / len(parameters) * parameter.grad
    return losses
# %% forgets-after-the-walk: The slopes were set to None between the walk and the update.
def train(parameters, loss, backward, rate, steps):
    losses = []
    for _ in range(steps):
        result = loss()
        losses.append(float(result.data))
        backward(result)
        for parameter in parameters:
            parameter.grad = None
        for parameter in parameters:
            if parameter.grad is not None:
                parameter.data = parameter.data - rate * parameter.grad
    return losses
