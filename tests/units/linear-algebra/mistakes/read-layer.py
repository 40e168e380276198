# %% bias-left: the bias is still in the weights
def read_layer(f, d):
    answers = f(np.vstack([np.zeros(d), np.eye(d)]))
    return answers[1:], answers[0]

# %% ones: the image of the sample of ones was taken for the bias
def read_layer(f, d):
    answers = f(np.vstack([np.ones(d), np.eye(d)]))
    return answers[1:] - answers[0], answers[0]

# %% transposed: the weights came out transposed
def read_layer(f, d):
    answers = f(np.vstack([np.zeros(d), np.eye(d)]))
    return (answers[1:] - answers[0]).T, answers[0]

# %% batch-of-one: the bias kept its batch axis
def read_layer(f, d):
    answers = f(np.vstack([np.zeros(d), np.eye(d)]))
    return answers[1:] - answers[:1], answers[:1]

# %% two-questions: the layer was asked twice
def read_layer(f, d):
    b = f(np.zeros((1, d)))[0]
    return f(np.eye(d)) - b, b

# %% one-by-one: the layer was asked for each sample, without a batch axis
def read_layer(f, d):
    b = f(np.zeros(d))
    return np.array([f(row) - b for row in np.eye(d)]), b

# %% square: the layer was taken to have as many units as inputs
def read_layer(f, d):
    answers = f(np.vstack([np.zeros(d), np.eye(d)]))
    return (answers[1:] - answers[0])[:, :d], answers[0][:d]

# %% staircase: the samples were (1, 0), (1, 1) and so on, and their differences were not taken
def read_layer(f, d):
    answers = f(np.vstack([np.zeros(d), np.tri(d)]))
    return answers[1:] - answers[0], answers[0]

# %% swapped: the biases came first
def read_layer(f, d):
    answers = f(np.vstack([np.zeros(d), np.eye(d)]))
    return answers[0], answers[1:] - answers[0]

# %% wrong-way: the difference was taken the wrong way round
def read_layer(f, d):
    answers = f(np.vstack([np.zeros(d), np.eye(d)]))
    return answers[0] - answers[1:], answers[0]

# %% two-inputs: the layer was taken to have two inputs
def read_layer(f, d):
    answers = f(np.array([[0, 0], [1, 0], [0, 1]]))
    return answers[1:] - answers[0], answers[0]

# %% no-bias: the layer was taken to have no bias
def read_layer(f, d):
    W = f(np.eye(d))
    return W, np.zeros(W.shape[1])

# %% tiny-step: the step was so small that large numbers lose all their digits
def read_layer(f, d):
    answers = f(np.vstack([np.zeros(d), 1e-12 * np.eye(d)]))
    return (answers[1:] - answers[0]) / 1e-12, answers[0]

# %% remembered: the biases of the first layer were kept for the next
def read_layer(f, d, kept={}):
    answers = f(np.vstack([np.zeros(d), np.eye(d)]))
    b = kept.setdefault(answers.shape, answers[0])
    return answers[1:] - b, b
