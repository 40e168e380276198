# %% backwards: These matrices take the new points to the old ones.
def homographies(old, new):
    for points in (old, new):
        for left_out in range(4):
            p, q, r = np.delete(points, left_out, axis=1).transpose(1, 2, 0)
            twice = (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])
            if (np.abs(twice) / 2 < 1e-9).any():
                raise ValueError("three of four points lie on a line")
    found = np.empty((len(old), 3, 3))
    for k in range(len(old)):
        rows, right = [], []
        for (x, y), (u, v) in zip(new[k], old[k]):
            rows += [[x, y, 1, 0, 0, 0, -x * u, -y * u], [0, 0, 0, x, y, 1, -x * v, -y * v]]
            right += [u, v]
        found[k] = np.append(np.linalg.solve(rows, right), 1).reshape(3, 3)
    return found

# %% plus: The terms with x X and y X change sides, so they have a minus sign.
def homographies(old, new):
    for points in (old, new):
        for left_out in range(4):
            p, q, r = np.delete(points, left_out, axis=1).transpose(1, 2, 0)
            twice = (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])
            if (np.abs(twice) / 2 < 1e-9).any():
                raise ValueError("three of four points lie on a line")
    found = np.empty((len(old), 3, 3))
    for k in range(len(old)):
        rows, right = [], []
        for (x, y), (u, v) in zip(old[k], new[k]):
            rows += [[x, y, 1, 0, 0, 0, x * u, y * u], [0, 0, 0, x, y, 1, x * v, y * v]]
            right += [u, v]
        found[k] = np.append(np.linalg.solve(rows, right), 1).reshape(3, 3)
    return found

# %% transposed: The matrix is transposed: its first row makes X.
def homographies(old, new):
    for points in (old, new):
        for left_out in range(4):
            p, q, r = np.delete(points, left_out, axis=1).transpose(1, 2, 0)
            twice = (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])
            if (np.abs(twice) / 2 < 1e-9).any():
                raise ValueError("three of four points lie on a line")
    found = np.empty((len(old), 3, 3))
    for k in range(len(old)):
        rows, right = [], []
        for (x, y), (u, v) in zip(old[k], new[k]):
            rows += [[x, y, 1, 0, 0, 0, -x * u, -y * u], [0, 0, 0, x, y, 1, -x * v, -y * v]]
            right += [u, v]
        found[k] = np.append(np.linalg.solve(rows, right), 1).reshape(3, 3).T
    return found

# %% affine: The last row was left at 0, 0, 1: that is an affine map, which cannot meet four points in general.
def homographies(old, new):
    for points in (old, new):
        for left_out in range(4):
            p, q, r = np.delete(points, left_out, axis=1).transpose(1, 2, 0)
            twice = (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])
            if (np.abs(twice) / 2 < 1e-9).any():
                raise ValueError("three of four points lie on a line")
    found = np.empty((len(old), 3, 3))
    for k in range(len(old)):
        rows, right = [], []
        for (x, y), (u, v) in zip(old[k], new[k]):
            rows += [[x, y, 1, 0, 0, 0, -x * u, -y * u], [0, 0, 0, x, y, 1, -x * v, -y * v]]
            right += [u, v]
        found[k] = np.append(np.linalg.lstsq(np.array(rows)[:, :6], right, rcond=None)[0], [0, 0, 1]).reshape(3, 3)
    return found

# %% x-and-y: x and y were exchanged; points are (x, y).
def homographies(old, new):
    for points in (old, new):
        for left_out in range(4):
            p, q, r = np.delete(points, left_out, axis=1).transpose(1, 2, 0)
            twice = (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])
            if (np.abs(twice) / 2 < 1e-9).any():
                raise ValueError("three of four points lie on a line")
    found = np.empty((len(old), 3, 3))
    for k in range(len(old)):
        rows, right = [], []
        for (y, x), (v, u) in zip(old[k], new[k]):
            rows += [[x, y, 1, 0, 0, 0, -x * u, -y * u], [0, 0, 0, x, y, 1, -x * v, -y * v]]
            right += [u, v]
        found[k] = np.append(np.linalg.solve(rows, right), 1).reshape(3, 3)
    return found

# %% new-not-checked: New points on a line were not refused: the picture would be squashed flat.
def homographies(old, new):
    for points in (old,):
        for left_out in range(4):
            p, q, r = np.delete(points, left_out, axis=1).transpose(1, 2, 0)
            twice = (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])
            if (np.abs(twice) / 2 < 1e-9).any():
                raise ValueError("three of four points lie on a line")
    found = np.empty((len(old), 3, 3))
    for k in range(len(old)):
        rows, right = [], []
        for (x, y), (u, v) in zip(old[k], new[k]):
            rows += [[x, y, 1, 0, 0, 0, -x * u, -y * u], [0, 0, 0, x, y, 1, -x * v, -y * v]]
            right += [u, v]
        found[k] = np.append(np.linalg.solve(rows, right), 1).reshape(3, 3)
    return found

# %% first-three: Only the first three of the four points were checked for a line.
def homographies(old, new):
    for points in (old, new):
        for left_out in range(3, 4):
            p, q, r = np.delete(points, left_out, axis=1).transpose(1, 2, 0)
            twice = (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])
            if (np.abs(twice) / 2 < 1e-9).any():
                raise ValueError("three of four points lie on a line")
    found = np.empty((len(old), 3, 3))
    for k in range(len(old)):
        rows, right = [], []
        for (x, y), (u, v) in zip(old[k], new[k]):
            rows += [[x, y, 1, 0, 0, 0, -x * u, -y * u], [0, 0, 0, x, y, 1, -x * v, -y * v]]
            right += [u, v]
        found[k] = np.append(np.linalg.solve(rows, right), 1).reshape(3, 3)
    return found

# %% length-one: The matrix is right up to a factor; its lower right entry is to be 1.
def homographies(old, new):
    for points in (old, new):
        for left_out in range(4):
            p, q, r = np.delete(points, left_out, axis=1).transpose(1, 2, 0)
            twice = (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])
            if (np.abs(twice) / 2 < 1e-9).any():
                raise ValueError("three of four points lie on a line")
    found = np.empty((len(old), 3, 3))
    for k in range(len(old)):
        rows, right = [], []
        for (x, y), (u, v) in zip(old[k], new[k]):
            rows += [[x, y, 1, 0, 0, 0, -x * u, -y * u], [0, 0, 0, x, y, 1, -x * v, -y * v]]
            right += [u, v]
        found[k] = np.append(np.linalg.solve(rows, right), 1).reshape(3, 3)
    return found / np.linalg.norm(found, axis=(1, 2), keepdims=True)
