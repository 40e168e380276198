# %% no-tanh: The tanh is missing.
def additive_scores(states, annotations, W, U, v):
    return ((states @ W)[:, :, None] + (annotations @ U)[:, None]) @ v

# %% tanh-apart: The tanh was taken of each part; it belongs around the sum.
def additive_scores(states, annotations, W, U, v):
    return (np.tanh(states @ W)[:, :, None] + np.tanh(annotations @ U)[:, None]) @ v

# %% tanh-last: The tanh was taken of the score; it comes before the product with v.
def additive_scores(states, annotations, W, U, v):
    return np.tanh(((states @ W)[:, :, None] + (annotations @ U)[:, None]) @ v)

# %% weights: These are weights; the task asks for the scores before the softmax.
def additive_scores(states, annotations, W, U, v):
    return softmax(np.tanh((states @ W)[:, :, None] + (annotations @ U)[:, None]) @ v)

# %% swapped: Queries and annotations changed places in the result; a row belongs to a query.
def additive_scores(states, annotations, W, U, v):
    return (np.tanh((states @ W)[:, :, None] + (annotations @ U)[:, None]) @ v).swapaxes(1, 2)

# %% sum: The vector v was left out: the entries were added up.
def additive_scores(states, annotations, W, U, v):
    return np.tanh((states @ W)[:, :, None] + (annotations @ U)[:, None]).sum(axis=-1)

# %% first-sentence: All sentences were scored with the annotations of the first one.
def additive_scores(states, annotations, W, U, v):
    return np.tanh((states @ W)[:, :, None] + annotations[0] @ U) @ v

# %% product: Query and annotation were multiplied; additive scores add them.
def additive_scores(states, annotations, W, U, v):
    return np.tanh((states @ W)[:, :, None] * (annotations @ U)[:, None]) @ v
