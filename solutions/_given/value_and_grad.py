"""A derivative on every backend of Keras. It is given: there is nothing to change."""

import keras


def value_and_grad(loss, variables):
    """Return loss() and its derivatives with respect to keras.Variables.

    loss is a function without arguments that reads the variables, as in
    `lambda: keras.ops.mean(model(x) ** 2)` with model.trainable_variables, and returns a number.
    The derivatives come as a list of tensors, one for each variable, with its shape. What else the
    call of loss would store, such as the moving averages of batch normalisation, is not stored on
    JAX.
    """
    variables, backend = list(variables), keras.backend.backend()
    if backend == "tensorflow":
        import tensorflow as tf

        with tf.GradientTape(watch_accessed_variables=False) as tape:
            for variable in variables:
                tape.watch(variable.value)
            value = loss()
        return value, tape.gradient(
            value,
            [variable.value for variable in variables],
            unconnected_gradients=tf.UnconnectedGradients.ZERO,
        )
    if backend == "jax":
        import jax

        def of(values):
            with keras.StatelessScope(state_mapping=list(zip(variables, values))):
                return loss()

        return jax.value_and_grad(of)([variable.value for variable in variables])
    import torch

    values = [variable.value for variable in variables]
    with torch.enable_grad():
        value = loss()
    found = torch.autograd.grad(value, values, allow_unused=True)
    gradients = [torch.zeros_like(v) if g is None else g for v, g in zip(values, found)]
    return value.detach(), gradients
