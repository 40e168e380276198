# %% row-instead-of-column: Unit j takes column j of W; here it takes row j.
def forward_numbers():
    W = np.array([[0.2, -0.4], [0.3, 0.1]])
    V = np.array([[0.6, -0.5], [0.3, 0.4]])
    z = W @ np.array([3.0, -1.0]) + np.array([0.1, 0.5])
    h = np.tanh(z)
    p = V @ h + np.array([0.05, -0.1])
    e = p - np.array([0.5, -0.25])
    return {"z": z, "h": h, "p": p, "E": 0.5 * np.sum(e**2)}
# %% row-of-the-weights: The first layer is right, and output k takes row k of V instead of column k.
def forward_numbers():
    h = np.tanh([0.4, -0.8])
    p = np.array([[0.6, -0.5], [0.3, 0.4]]) @ h + np.array([0.05, -0.1])
    e = p - np.array([0.5, -0.25])
    return {"z": [0.4, -0.8], "h": h, "p": p, "E": 0.5 * np.sum(e**2)}
# %% tanh-on-the-outputs: The outputs are linear, and tanh was applied to them too.
def forward_numbers():
    h = np.tanh([0.4, -0.8])
    p = np.tanh(h @ np.array([[0.6, -0.5], [0.3, 0.4]]) + np.array([0.05, -0.1]))
    e = p - np.array([0.5, -0.25])
    return {"z": [0.4, -0.8], "h": h, "p": p, "E": 0.5 * np.sum(e**2)}
# %% no-half: The factor 1/2 of the error was left out.
def forward_numbers():
    h = np.tanh([0.4, -0.8])
    p = h @ np.array([[0.6, -0.5], [0.3, 0.4]]) + np.array([0.05, -0.1])
    e = p - np.array([0.5, -0.25])
    return {"z": [0.4, -0.8], "h": h, "p": p, "E": np.sum(e**2)}
# %% rounded: The numbers were rounded to two decimals, and six are asked for.
def forward_numbers():
    return {"z": [0.4, -0.8], "h": [0.38, -0.66], "p": [0.08, -0.56], "E": 0.14}
# %% sigmoid: The sigmoid was used instead of tanh.
def forward_numbers():
    h = 1 / (1 + np.exp([-0.4, 0.8]))
    p = h @ np.array([[0.6, -0.5], [0.3, 0.4]]) + np.array([0.05, -0.1])
    e = p - np.array([0.5, -0.25])
    return {"z": [0.4, -0.8], "h": h, "p": p, "E": 0.5 * np.sum(e**2)}
