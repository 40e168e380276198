# %% averaged: The memory was averaged, v = beta v + (1 - beta) g.
def momentum_step(params, memory, grads, rate, beta, nesterov):
    memory = [beta * v + (1 - beta) * g for v, g in zip(memory, grads)]
    used = [g + beta * v if nesterov else v for v, g in zip(memory, grads)]
    return [p - rate * u for p, u in zip(params, used)], memory
# %% rate-inside: The rate was put into the memory, as Keras does it.
def momentum_step(params, memory, grads, rate, beta, nesterov):
    memory = [beta * v + rate * g for v, g in zip(memory, grads)]
    used = [rate * g + beta * v if nesterov else v for v, g in zip(memory, grads)]
    return [p - u for p, u in zip(params, used)], memory
# %% old-memory: The old memory was used for the step.
def momentum_step(params, memory, grads, rate, beta, nesterov):
    new = [beta * v + g for v, g in zip(memory, grads)]
    used = [g + beta * v if nesterov else v for v, g in zip(memory, grads)]
    return [p - rate * u for p, u in zip(params, used)], new
# %% uphill: The step was added.
def momentum_step(params, memory, grads, rate, beta, nesterov):
    memory = [beta * v + g for v, g in zip(memory, grads)]
    used = [g + beta * v if nesterov else v for v, g in zip(memory, grads)]
    return [p + rate * u for p, u in zip(params, used)], memory
# %% nesterov-ignored: Nesterov's step is missing.
def momentum_step(params, memory, grads, rate, beta, nesterov):
    memory = [beta * v + g for v, g in zip(memory, grads)]
    return [p - rate * v for p, v in zip(params, memory)], memory
# %% nesterov-always: Nesterov's step was taken whether asked for or not.
def momentum_step(params, memory, grads, rate, beta, nesterov):
    memory = [beta * v + g for v, g in zip(memory, grads)]
    return [p - rate * (g + beta * v) for p, v, g in zip(params, memory, grads)], memory
# %% nesterov-without-beta: In Nesterov's step the memory was not multiplied by beta.
def momentum_step(params, memory, grads, rate, beta, nesterov):
    memory = [beta * v + g for v, g in zip(memory, grads)]
    used = [g + v if nesterov else v for v, g in zip(memory, grads)]
    return [p - rate * u for p, u in zip(params, used)], memory
# %% nesterov-stored: Nesterov's sum was stored as the memory.
def momentum_step(params, memory, grads, rate, beta, nesterov):
    memory = [beta * v + g for v, g in zip(memory, grads)]
    used = [g + beta * v if nesterov else v for v, g in zip(memory, grads)]
    return [p - rate * u for p, u in zip(params, used)], used
# %% in-place: The memory of the caller was changed in place.
def momentum_step(params, memory, grads, rate, beta, nesterov):
    for v, g in zip(memory, grads):
        v *= beta
        v += g
    used = [g + beta * v if nesterov else v for v, g in zip(memory, grads)]
    return [p - rate * u for p, u in zip(params, used)], memory
# %% params-in-place: The parameters of the caller were changed in place.
def momentum_step(params, memory, grads, rate, beta, nesterov):
    memory = [beta * v + g for v, g in zip(memory, grads)]
    for p, v, g in zip(params, memory, grads):
        p -= rate * (g + beta * v if nesterov else v)
    return params, memory
# %% rate-forgotten: The rate was left out.
def momentum_step(params, memory, grads, rate, beta, nesterov):
    memory = [beta * v + g for v, g in zip(memory, grads)]
    used = [g + beta * v if nesterov else v for v, g in zip(memory, grads)]
    return [p - u for p, u in zip(params, used)], memory
# %% gradient-faded: Beta was multiplied by the gradient as well.
def momentum_step(params, memory, grads, rate, beta, nesterov):
    memory = [beta * (v + g) for v, g in zip(memory, grads)]
    used = [g + beta * v if nesterov else v for v, g in zip(memory, grads)]
    return [p - rate * u for p, u in zip(params, used)], memory
# %% never-fades: Beta was left out of the memory.
def momentum_step(params, memory, grads, rate, beta, nesterov):
    memory = [v + g for v, g in zip(memory, grads)]
    used = [g + beta * v if nesterov else v for v, g in zip(memory, grads)]
    return [p - rate * u for p, u in zip(params, used)], memory
# %% gradients-in-place: The gradients of the caller hold the memory afterwards.
def momentum_step(params, memory, grads, rate, beta, nesterov):
    plain = [g.copy() for g in grads]
    for g, v in zip(grads, memory):
        g += beta * v
    used = [g + beta * v if nesterov else v for v, g in zip(grads, plain)]
    return [p - rate * u for p, u in zip(params, used)], grads
