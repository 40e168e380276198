# %% one-path: The hidden unit reaches the error through both outputs, and only the first was followed.
def backward_numbers():
    V = np.array([[0.6, -0.5], [0.3, 0.4]])
    h = np.tanh([0.5, 1.1])
    dp = h @ V + np.array([0.05, -0.1]) - np.array([1.0, -0.5])
    dh = V[:, 0] * dp[0]
    dz = dh * (1 - h**2)
    return {"p": dp, "V": np.outer(h, dp), "c": dp, "h": dh, "z": dz, "W": np.outer([-1, 2], dz), "b": dz}
# %% column-of-the-weights: The weights that leave a hidden unit are a row of V, and a column was used.
def backward_numbers():
    V = np.array([[0.6, -0.5], [0.3, 0.4]])
    h = np.tanh([0.5, 1.1])
    dp = h @ V + np.array([0.05, -0.1]) - np.array([1.0, -0.5])
    dh = dp @ V
    dz = dh * (1 - h**2)
    return {"p": dp, "V": np.outer(h, dp), "c": dp, "h": dh, "z": dz, "W": np.outer([-1, 2], dz), "b": dz}
# %% forgotten-derivative: The derivative of tanh between h and z was left out.
def backward_numbers():
    V = np.array([[0.6, -0.5], [0.3, 0.4]])
    h = np.tanh([0.5, 1.1])
    dp = h @ V + np.array([0.05, -0.1]) - np.array([1.0, -0.5])
    dh = V @ dp
    return {"p": dp, "V": np.outer(h, dp), "c": dp, "h": dh, "z": dh, "W": np.outer([-1, 2], dh), "b": dh}
# %% slope-at-the-wrong-place: The derivative of tanh is 1 - h**2, not 1 - z**2.
def backward_numbers():
    V = np.array([[0.6, -0.5], [0.3, 0.4]])
    z = np.array([0.5, 1.1])
    h = np.tanh(z)
    dp = h @ V + np.array([0.05, -0.1]) - np.array([1.0, -0.5])
    dh = V @ dp
    dz = dh * (1 - z**2)
    return {"p": dp, "V": np.outer(h, dp), "c": dp, "h": dh, "z": dz, "W": np.outer([-1, 2], dz), "b": dz}
# %% sigmoid-slope: h (1 - h) is the derivative of the sigmoid, and the units are tanh.
def backward_numbers():
    V = np.array([[0.6, -0.5], [0.3, 0.4]])
    h = np.tanh([0.5, 1.1])
    dp = h @ V + np.array([0.05, -0.1]) - np.array([1.0, -0.5])
    dh = V @ dp
    dz = dh * h * (1 - h)
    return {"p": dp, "V": np.outer(h, dp), "c": dp, "h": dh, "z": dz, "W": np.outer([-1, 2], dz), "b": dz}
# %% target-minus-prediction: The sign of the error is turned round.
def backward_numbers():
    V = np.array([[0.6, -0.5], [0.3, 0.4]])
    h = np.tanh([0.5, 1.1])
    dp = np.array([1.0, -0.5]) - (h @ V + np.array([0.05, -0.1]))
    dh = V @ dp
    dz = dh * (1 - h**2)
    return {"p": dp, "V": np.outer(h, dp), "c": dp, "h": dh, "z": dz, "W": np.outer([-1, 2], dz), "b": dz}
# %% transposed: The rows of dV belong to the hidden units, and here they belong to the outputs.
def backward_numbers():
    V = np.array([[0.6, -0.5], [0.3, 0.4]])
    h = np.tanh([0.5, 1.1])
    dp = h @ V + np.array([0.05, -0.1]) - np.array([1.0, -0.5])
    dh = V @ dp
    dz = dh * (1 - h**2)
    return {"p": dp, "V": np.outer(dp, h), "c": dp, "h": dh, "z": dz, "W": np.outer(dz, [-1, 2]), "b": dz}
# %% bias-times-input: The bias has 1 coming in; its derivative was multiplied by the first input.
def backward_numbers():
    V = np.array([[0.6, -0.5], [0.3, 0.4]])
    h = np.tanh([0.5, 1.1])
    dp = h @ V + np.array([0.05, -0.1]) - np.array([1.0, -0.5])
    dh = V @ dp
    dz = dh * (1 - h**2)
    return {"p": dp, "V": np.outer(h, dp), "c": dp, "h": dh, "z": dz, "W": np.outer([-1, 2], dz), "b": -dz}
