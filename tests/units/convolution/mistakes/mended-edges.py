# %% still-flipped: The kernel is still flipped; it is laid on as it stands.
def mended_edges(rows, kernel, h, w):
    n, k = len(rows), len(kernel)
    grey = rows.astype(float).reshape(n, 3, h, w).mean(axis=1)
    half = k // 2
    padded = np.pad(grey, ((0, 0), (half, half), (half, half)))
    answers = np.zeros((n, h, w))
    for i in range(h):
        for j in range(w):
            window = padded[:, i : i + k, j : j + k]
            answers[:, i, j] = (window * kernel[::-1, ::-1]).sum(axis=(1, 2))
    return answers

# %% still-short: The last row and the last column still have no answers.
def mended_edges(rows, kernel, h, w):
    n, k = len(rows), len(kernel)
    grey = rows.astype(float).reshape(n, 3, h, w).mean(axis=1)
    half = k // 2
    padded = np.pad(grey, ((0, 0), (half, half), (half, half)))
    answers = np.zeros((n, h, w))
    for i in range(h - 1):
        for j in range(w - 1):
            window = padded[:, i : i + k, j : j + k]
            answers[:, i, j] = (window * kernel).sum(axis=(1, 2))
    return answers

# %% still-mixed: The colours are still taken from neighbouring bytes; the row holds all red values first.
def mended_edges(rows, kernel, h, w):
    n, k = len(rows), len(kernel)
    grey = rows.astype(float).reshape(n, h, w, 3).mean(axis=3)
    half = k // 2
    padded = np.pad(grey, ((0, 0), (half, half), (half, half)))
    answers = np.zeros((n, h, w))
    for i in range(h):
        for j in range(w):
            window = padded[:, i : i + k, j : j + k]
            answers[:, i, j] = (window * kernel).sum(axis=(1, 2))
    return answers

# %% transposed: The kernel was transposed; turning it by half was the fault, and the mend is to leave it alone.
def mended_edges(rows, kernel, h, w):
    n, k = len(rows), len(kernel)
    grey = rows.astype(float).reshape(n, 3, h, w).mean(axis=1)
    half = k // 2
    padded = np.pad(grey, ((0, 0), (half, half), (half, half)))
    answers = np.zeros((n, h, w))
    for i in range(h):
        for j in range(w):
            window = padded[:, i : i + k, j : j + k]
            answers[:, i, j] = (window * kernel.T).sum(axis=(1, 2))
    return answers

# %% half-flip: The kernel is still flipped from left to right.
def mended_edges(rows, kernel, h, w):
    n, k = len(rows), len(kernel)
    grey = rows.astype(float).reshape(n, 3, h, w).mean(axis=1)
    half = k // 2
    padded = np.pad(grey, ((0, 0), (half, half), (half, half)))
    answers = np.zeros((n, h, w))
    for i in range(h):
        for j in range(w):
            window = padded[:, i : i + k, j : j + k]
            answers[:, i, j] = (window * kernel[:, ::-1]).sum(axis=(1, 2))
    return answers

# %% column-short: The rows are complete, the last column still has no answers.
def mended_edges(rows, kernel, h, w):
    n, k = len(rows), len(kernel)
    grey = rows.astype(float).reshape(n, 3, h, w).mean(axis=1)
    half = k // 2
    padded = np.pad(grey, ((0, 0), (half, half), (half, half)))
    answers = np.zeros((n, h, w))
    for i in range(h):
        for j in range(w - 1):
            window = padded[:, i : i + k, j : j + k]
            answers[:, i, j] = (window * kernel).sum(axis=(1, 2))
    return answers

# %% colours-summed: The colours were added up; grey is their mean.
def mended_edges(rows, kernel, h, w):
    n, k = len(rows), len(kernel)
    grey = rows.astype(float).reshape(n, 3, h, w).sum(axis=1)
    half = k // 2
    padded = np.pad(grey, ((0, 0), (half, half), (half, half)))
    answers = np.zeros((n, h, w))
    for i in range(h):
        for j in range(w):
            window = padded[:, i : i + k, j : j + k]
            answers[:, i, j] = (window * kernel).sum(axis=(1, 2))
    return answers

# %% planes-transposed: Rows and columns were swapped when the picture was made.
def mended_edges(rows, kernel, h, w):
    n, k = len(rows), len(kernel)
    grey = rows.astype(float).reshape(n, 3, w, h).mean(axis=1).transpose(0, 2, 1)
    half = k // 2
    padded = np.pad(grey, ((0, 0), (half, half), (half, half)))
    answers = np.zeros((n, h, w))
    for i in range(h):
        for j in range(w):
            window = padded[:, i : i + k, j : j + k]
            answers[:, i, j] = (window * kernel).sum(axis=(1, 2))
    return answers
