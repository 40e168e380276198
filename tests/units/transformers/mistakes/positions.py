# %% blocks: All sines stand in front of all cosines; here sine and cosine take turns.
def encode(p, d):
    angles = np.outer(p, 10000.0 ** (-np.arange(0, d, 2) / d))
    encoding = np.empty((len(p), d))
    encoding[:, : d // 2] = np.sin(angles)
    encoding[:, d // 2 :] = np.cos(angles)
    return encoding


def turn(k, d):
    angles = k * 10000.0 ** (-np.arange(0, d, 2) / d)
    even = np.arange(0, d, 2)
    matrix = np.zeros((d, d))
    matrix[even, even] = matrix[even + 1, even + 1] = np.cos(angles)
    matrix[even + 1, even] = np.sin(angles)
    matrix[even, even + 1] = -np.sin(angles)
    return matrix

# %% exponent-halved: The exponent is i/d instead of 2i/d, so the slowest pair is far too fast.
def encode(p, d):
    angles = np.outer(p, 10000.0 ** (-np.arange(d // 2) / d))
    encoding = np.empty((len(p), d))
    encoding[:, 0::2] = np.sin(angles)
    encoding[:, 1::2] = np.cos(angles)
    return encoding


def turn(k, d):
    angles = k * 10000.0 ** (-np.arange(0, d, 2) / d)
    even = np.arange(0, d, 2)
    matrix = np.zeros((d, d))
    matrix[even, even] = matrix[even + 1, even + 1] = np.cos(angles)
    matrix[even + 1, even] = np.sin(angles)
    matrix[even, even + 1] = -np.sin(angles)
    return matrix

# %% one-frequency-each: Each feature has a frequency of its own; the sine and the cosine of a pair share one.
def encode(p, d):
    angles = np.outer(p, 10000.0 ** (-np.arange(0, d, 2) / d))
    encoding = np.empty((len(p), d))
    encoding[:, 0::2] = np.sin(angles)
    encoding[:, 1::2] = np.cos(np.outer(p, 10000.0 ** (-np.arange(1, d, 2) / d)))
    return encoding


def turn(k, d):
    angles = k * 10000.0 ** (-np.arange(0, d, 2) / d)
    even = np.arange(0, d, 2)
    matrix = np.zeros((d, d))
    matrix[even, even] = matrix[even + 1, even + 1] = np.cos(angles)
    matrix[even + 1, even] = np.sin(angles)
    matrix[even, even + 1] = -np.sin(angles)
    return matrix

# %% cosine-first: The cosine stands in front of the sine.
def encode(p, d):
    angles = np.outer(p, 10000.0 ** (-np.arange(0, d, 2) / d))
    encoding = np.empty((len(p), d))
    encoding[:, 0::2] = np.cos(angles)
    encoding[:, 1::2] = np.sin(angles)
    return encoding


def turn(k, d):
    angles = k * 10000.0 ** (-np.arange(0, d, 2) / d)
    even = np.arange(0, d, 2)
    matrix = np.zeros((d, d))
    matrix[even, even] = matrix[even + 1, even + 1] = np.cos(angles)
    matrix[even + 1, even] = np.sin(angles)
    matrix[even, even + 1] = -np.sin(angles)
    return matrix

# %% turned-back: The matrix turns back: it is the one for columns, and encodings are rows to the left of it.
def encode(p, d):
    angles = np.outer(p, 10000.0 ** (-np.arange(0, d, 2) / d))
    encoding = np.empty((len(p), d))
    encoding[:, 0::2] = np.sin(angles)
    encoding[:, 1::2] = np.cos(angles)
    return encoding


def turn(k, d):
    angles = k * 10000.0 ** (-np.arange(0, d, 2) / d)
    even = np.arange(0, d, 2)
    matrix = np.zeros((d, d))
    matrix[even, even] = matrix[even + 1, even + 1] = np.cos(angles)
    matrix[even + 1, even] = -np.sin(angles)
    matrix[even, even + 1] = np.sin(angles)
    return matrix

# %% row-numbers: Rows are numbered from 0 instead of taking the positions that are given.
def encode(p, d):
    angles = np.outer(np.arange(len(p)), 10000.0 ** (-np.arange(0, d, 2) / d))
    encoding = np.empty((len(p), d))
    encoding[:, 0::2] = np.sin(angles)
    encoding[:, 1::2] = np.cos(angles)
    return encoding


def turn(k, d):
    angles = k * 10000.0 ** (-np.arange(0, d, 2) / d)
    even = np.arange(0, d, 2)
    matrix = np.zeros((d, d))
    matrix[even, even] = matrix[even + 1, even + 1] = np.cos(angles)
    matrix[even + 1, even] = np.sin(angles)
    matrix[even, even + 1] = -np.sin(angles)
    return matrix

# %% fitted-at-zero: The matrix moves the encoding of position 0 alone; it has to move all of them.
def encode(p, d):
    angles = np.outer(p, 10000.0 ** (-np.arange(0, d, 2) / d))
    encoding = np.empty((len(p), d))
    encoding[:, 0::2] = np.sin(angles)
    encoding[:, 1::2] = np.cos(angles)
    return encoding


def turn(k, d):
    angles = k * 10000.0 ** (-np.arange(0, d, 2) / d)
    even = np.arange(0, d, 2)
    matrix = np.zeros((d, d))
    matrix[even, even] = matrix[even + 1, even + 1] = np.cos(angles)
    matrix[even + 1, even] = np.sin(angles)
    return matrix

# %% one-angle: All pairs are turned by the angle of the first one.
def encode(p, d):
    angles = np.outer(p, 10000.0 ** (-np.arange(0, d, 2) / d))
    encoding = np.empty((len(p), d))
    encoding[:, 0::2] = np.sin(angles)
    encoding[:, 1::2] = np.cos(angles)
    return encoding


def turn(k, d):
    angles = np.full(d // 2, float(k))
    even = np.arange(0, d, 2)
    matrix = np.zeros((d, d))
    matrix[even, even] = matrix[even + 1, even + 1] = np.cos(angles)
    matrix[even + 1, even] = np.sin(angles)
    matrix[even, even + 1] = -np.sin(angles)
    return matrix
