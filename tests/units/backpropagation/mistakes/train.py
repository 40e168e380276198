# %% in-place: p -= works on the caller's arrays, so a second run does not start where the first did.
def train(params, loss_and_grads, rate, steps):
    history = []
    for _ in range(steps):
        loss, grads = loss_and_grads(params)
        history.append(loss)
        for p, g in zip(params, grads):
            p -= rate * g
    history.append(loss_and_grads(params)[0])
    return params, history
# %% shallow-copy: list(params) is a new list of the same arrays, and they were changed.
def train(params, loss_and_grads, rate, steps):
    trained, history = list(params), []
    for _ in range(steps):
        loss, grads = loss_and_grads(trained)
        history.append(loss)
        for p, g in zip(trained, grads):
            p -= rate * g
    history.append(loss_and_grads(trained)[0])
    return trained, history
# %% last-loss-missing: The loss of the parameters that are returned is not in the history.
def train(params, loss_and_grads, rate, steps):
    trained, history = [p.copy() for p in params], []
    for _ in range(steps):
        loss, grads = loss_and_grads(trained)
        history.append(loss)
        trained = [p - rate * g for p, g in zip(trained, grads)]
    return trained, history
# %% first-loss-missing: The loss was recorded after each step only, so that of the start is missing.
def train(params, loss_and_grads, rate, steps):
    trained, history = [p.copy() for p in params], []
    for _ in range(steps):
        _, grads = loss_and_grads(trained)
        trained = [p - rate * g for p, g in zip(trained, grads)]
        history.append(loss_and_grads(trained)[0])
    return trained, history
# %% gradients-once: The gradients were computed once, before the loop.
def train(params, loss_and_grads, rate, steps):
    trained = [p.copy() for p in params]
    loss, grads = loss_and_grads(trained)
    history = [loss]
    for _ in range(steps):
        trained = [p - rate * g for p, g in zip(trained, grads)]
        history.append(loss_and_grads(trained)[0])
    return trained, history
# %% uphill: The gradient was added, and descent subtracts it.
def train(params, loss_and_grads, rate, steps):
    trained, history = [p.copy() for p in params], []
    for _ in range(steps):
        loss, grads = loss_and_grads(trained)
        history.append(loss)
        trained = [p + rate * g for p, g in zip(trained, grads)]
    history.append(loss_and_grads(trained)[0])
    return trained, history
# %% stops-when-worse: The loop ends when the loss rises, so the history hides that the rate is too large.
def train(params, loss_and_grads, rate, steps):
    trained = [p.copy() for p in params]
    history = [loss_and_grads(trained)[0]]
    for _ in range(steps):
        _, grads = loss_and_grads(trained)
        moved = [p - rate * g for p, g in zip(trained, grads)]
        loss = loss_and_grads(moved)[0]
        if loss > history[-1]:
            break
        trained = moved
        history.append(loss)
    return trained, history
# %% one-step-too-many: The returned parameters have taken one step more than was asked for.
def train(params, loss_and_grads, rate, steps):
    trained, history = [p.copy() for p in params], []
    for _ in range(steps + 1):
        loss, grads = loss_and_grads(trained)
        history.append(loss)
        trained = [p - rate * g for p, g in zip(trained, grads)]
    return trained, history
# %% best-parameters: The parameters with the least loss are returned, not those after the last step.
def train(params, loss_and_grads, rate, steps):
    now = [p.copy() for p in params]
    best, least, history = now, np.inf, []
    for k in range(steps + 1):
        loss, grads = loss_and_grads(now)
        history.append(loss)
        if loss < least:
            best, least = now, loss
        now = [p - rate * g for p, g in zip(now, grads)]
    return best, history
# %% stops-when-settled: The loop ends when the loss no longer changes, so the history is too short.
def train(params, loss_and_grads, rate, steps):
    now = [p.copy() for p in params]
    loss, grads = loss_and_grads(now)
    history = [loss]
    for _ in range(steps):
        now = [p - rate * g for p, g in zip(now, grads)]
        loss, grads = loss_and_grads(now)
        history.append(loss)
        if abs(history[-1] - history[-2]) < 1e-9:
            break
    return now, history
# %% scales-gradients-in-place: The gradients that were passed in are multiplied by the rate in place.
def train(params, loss_and_grads, rate, steps):
    now = [p.copy() for p in params]
    history = []
    for _ in range(steps):
        loss, grads = loss_and_grads(now)
        history.append(loss)
        for p, g in zip(now, grads):
            g *= rate
            p -= g
    return now, history + [loss_and_grads(now)[0]]
# %% array-by-array: Each array is stepped with gradients taken after the arrays before it have moved.
def train(params, loss_and_grads, rate, steps):
    now = [p.copy() for p in params]
    history = []
    for k in range(steps):
        for i in range(len(now)):
            loss, grads = loss_and_grads(now)
            if i == 0:
                history.append(loss)
            now[i] = now[i] - rate * grads[i]
    return now, history + [loss_and_grads(now)[0]]
