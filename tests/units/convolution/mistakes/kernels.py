# %% shift-reversed: The spot moves up and to the right: a kernel reads where the pixel comes from.
def kernels():
    return {
        "shift": [[0, 0, 0], [0, 0, 0], [1, 0, 0]],
        "slope": np.array([[-1, 0, 1]] * 3) / 6,
        "spot": np.array([[0, -1, 0], [-1, 4, -1], [0, -1, 0]]) / 4,
        "sharpen": np.array([[0, -1, 0], [-1, 8, -1], [0, -1, 0]]) / 4,
    }

# %% shift-to-the-right: The spot moves down and to the right.
def kernels():
    return {
        "shift": [[1, 0, 0], [0, 0, 0], [0, 0, 0]],
        "slope": np.array([[-1, 0, 1]] * 3) / 6,
        "spot": np.array([[0, -1, 0], [-1, 4, -1], [0, -1, 0]]) / 4,
        "sharpen": np.array([[0, -1, 0], [-1, 8, -1], [0, -1, 0]]) / 4,
    }

# %% sobel: Sobel's kernel gives the middle row more weight; equal shares amplify noise less.
def kernels():
    return {
        "shift": [[0, 0, 1], [0, 0, 0], [0, 0, 0]],
        "slope": np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]) / 8,
        "spot": np.array([[0, -1, 0], [-1, 4, -1], [0, -1, 0]]) / 4,
        "sharpen": np.array([[0, -1, 0], [-1, 8, -1], [0, -1, 0]]) / 4,
    }

# %% one-row: The middle row alone measures the slope, with three times the noise that three rows would let through.
def kernels():
    return {
        "shift": [[0, 0, 1], [0, 0, 0], [0, 0, 0]],
        "slope": np.array([[0, 0, 0], [-1, 0, 1], [0, 0, 0]]) / 2,
        "spot": np.array([[0, -1, 0], [-1, 4, -1], [0, -1, 0]]) / 4,
        "sharpen": np.array([[0, -1, 0], [-1, 8, -1], [0, -1, 0]]) / 4,
    }

# %% slope-of-rows: This is the change from row to row.
def kernels():
    return {
        "shift": [[0, 0, 1], [0, 0, 0], [0, 0, 0]],
        "slope": np.array([[-1, 0, 1]] * 3).T / 6,
        "spot": np.array([[0, -1, 0], [-1, 4, -1], [0, -1, 0]]) / 4,
        "sharpen": np.array([[0, -1, 0], [-1, 8, -1], [0, -1, 0]]) / 4,
    }

# %% slope-unscaled: The right pattern, but the answer must be the change itself: divide.
def kernels():
    return {
        "shift": [[0, 0, 1], [0, 0, 0], [0, 0, 0]],
        "slope": np.array([[-1, 0, 1]] * 3),
        "spot": np.array([[0, -1, 0], [-1, 4, -1], [0, -1, 0]]) / 4,
        "sharpen": np.array([[0, -1, 0], [-1, 8, -1], [0, -1, 0]]) / 4,
    }

# %% slope-falling: The sign of the slope is the wrong way round: bright on the right is positive.
def kernels():
    return {
        "shift": [[0, 0, 1], [0, 0, 0], [0, 0, 0]],
        "slope": np.array([[1, 0, -1]] * 3) / 6,
        "spot": np.array([[0, -1, 0], [-1, 4, -1], [0, -1, 0]]) / 4,
        "sharpen": np.array([[0, -1, 0], [-1, 8, -1], [0, -1, 0]]) / 4,
    }

# %% spot-unscaled: The answer to a single bright pixel must be 1.
def kernels():
    return {
        "shift": [[0, 0, 1], [0, 0, 0], [0, 0, 0]],
        "slope": np.array([[-1, 0, 1]] * 3) / 6,
        "spot": np.array([[0, -1, 0], [-1, 4, -1], [0, -1, 0]]),
        "sharpen": np.array([[0, -1, 0], [-1, 8, -1], [0, -1, 0]]) / 4,
    }

# %% spot-lopsided: This kernel does care which way up the picture is: it looks along the rows only.
def kernels():
    return {
        "shift": [[0, 0, 1], [0, 0, 0], [0, 0, 0]],
        "slope": np.array([[-1, 0, 1]] * 3) / 6,
        "spot": np.array([[0, 0, 0], [-1, 2, -1], [0, 0, 0]]) / 2,
        "sharpen": np.array([[0, -1, 0], [-1, 8, -1], [0, -1, 0]]) / 4,
    }

# %% usual-sharpen: The usual sharpening kernel, with 5 in the middle, keeps planes and makes stripes five times as strong.
def kernels():
    return {
        "shift": [[0, 0, 1], [0, 0, 0], [0, 0, 0]],
        "slope": np.array([[-1, 0, 1]] * 3) / 6,
        "spot": np.array([[0, -1, 0], [-1, 4, -1], [0, -1, 0]]) / 4,
        "sharpen": np.array([[0, -1, 0], [-1, 5, -1], [0, -1, 0]]),
    }

# %% sharpen-with-corners: Planes are right, and so is the checkerboard or the stripes, not both: work out the equation of the stripes.
def kernels():
    return {
        "shift": [[0, 0, 1], [0, 0, 0], [0, 0, 0]],
        "slope": np.array([[-1, 0, 1]] * 3) / 6,
        "spot": np.array([[0, -1, 0], [-1, 4, -1], [0, -1, 0]]) / 4,
        "sharpen": np.array([[-1, -2, -1], [-2, 20, -2], [-1, -2, -1]]) / 8,
    }
