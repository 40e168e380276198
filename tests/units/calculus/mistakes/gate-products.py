# %% gate-held-still: The number a.x moves with x too: the product rule has two terms.
def gate_products(X, a, U, V):
    scale = (X @ a)[:, None]
    return scale * U, scale * V
# %% input-held-still: x itself moves too, not only the number a.x.
def gate_products(X, a, U, V):
    return (U @ a)[:, None] * X, np.sum(V * X, axis=1, keepdims=True) * a
# %% both-forward: V went forward; v J multiplies the column x first and then the row a.
def gate_products(X, a, U, V):
    scale = (X @ a)[:, None]
    return scale * U + (U @ a)[:, None] * X, scale * V + (V @ a)[:, None] * X
# %% both-back: U went back; J u multiplies the row a with u first and then the column x.
def gate_products(X, a, U, V):
    scale = (X @ a)[:, None]
    return scale * U + np.sum(U * X, axis=1, keepdims=True) * a, scale * V + np.sum(V * X, axis=1, keepdims=True) * a
# %% exchanged: The transpose was taken for the matrix, so that both directions are exchanged.
def gate_products(X, a, U, V):
    scale = (X @ a)[:, None]
    return scale * U + np.sum(U * X, axis=1, keepdims=True) * a, scale * V + (V @ a)[:, None] * X
# %% swapped: The two results are in the wrong order.
def gate_products(X, a, U, V):
    scale = (X @ a)[:, None]
    return scale * V + np.sum(V * X, axis=1, keepdims=True) * a, scale * U + (U @ a)[:, None] * X
# %% matrix-built: With 200 000 numbers a Jacobian fills 320 GB: multiply without it.
def gate_products(X, a, U, V):
    JU, VJ = [], []
    for x, u, v in zip(X, U, V):
        J = np.outer(x, a) + (a @ x) * np.eye(len(a))
        JU.append(J @ u)
        VJ.append(v @ J)
    return np.array(JU), np.array(VJ)
# %% one-number-for-the-batch: Each sample has its own number v.x; they were added up.
def gate_products(X, a, U, V):
    scale = (X @ a)[:, None]
    return scale * U + (U @ a)[:, None] * X, scale * V + np.sum(V * X) * a
# %% wrong-axis: v.x adds along the numbers of a sample, not along the samples.
def gate_products(X, a, U, V):
    scale = (X @ a)[:, None]
    return scale * U + (U @ a)[:, None] * X, scale * V + np.sum(V * X, axis=0) * a
# %% minus: The terms of a product are added.
def gate_products(X, a, U, V):
    scale = (X @ a)[:, None]
    return scale * U - (U @ a)[:, None] * X, scale * V - np.sum(V * X, axis=1, keepdims=True) * a
# %% in-place: U and V were changed by the call.
def gate_products(X, a, U, V):
    scale = (X @ a)[:, None]
    first = (U @ a)[:, None] * X
    second = np.sum(V * X, axis=1, keepdims=True) * a
    U *= scale
    V *= scale
    return U + first, V + second
