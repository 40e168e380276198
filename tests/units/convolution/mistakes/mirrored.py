# %% symmetric: The border pixel was repeated; that is np.pad's mode symmetric.
def mirrored(x, top, bottom, left, right):
    return np.pad(x, ((0, 0), (top, bottom), (left, right), (0, 0)), mode="symmetric")

# %% edge: The border pixel was copied outwards; that is np.pad's mode edge.
def mirrored(x, top, bottom, left, right):
    return np.pad(x, ((0, 0), (top, bottom), (left, right), (0, 0)), mode="edge")

# %% zeros: The border is filled with zeros.
def mirrored(x, top, bottom, left, right):
    return np.pad(x, ((0, 0), (top, bottom), (left, right), (0, 0)), mode="constant")

# %% wrap: The opposite side was copied; that is np.pad's mode wrap.
def mirrored(x, top, bottom, left, right):
    return np.pad(x, ((0, 0), (top, bottom), (left, right), (0, 0)), mode="wrap")

# %% rows-for-columns: Rows and columns were swapped: the first axis after the pictures is that of the rows.
def mirrored(x, top, bottom, left, right):
    return np.pad(x, ((0, 0), (left, right), (top, bottom), (0, 0)), mode="reflect")

# %% first-side-twice: Both sides got the number of the first one.
def mirrored(x, top, bottom, left, right):
    return np.pad(x, ((0, 0), (top, top), (left, left), (0, 0)), mode="reflect")
