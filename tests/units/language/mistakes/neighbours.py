# %% dot: The dot product was compared; long vectors win it without being near.
def neighbours(E, queries, left_out, k):
    lengths = np.linalg.norm(E, axis=1)
    sizes = np.linalg.norm(queries, axis=1)
    products = np.where(sizes == 0, 1.0, sizes)[:, None] * np.where(lengths == 0, 1.0, lengths)
    scores = queries @ E.T / 1.0
    scores[:, lengths == 0] = -np.inf
    scores[sizes == 0] = -np.inf
    for row, ids in zip(scores, left_out):
        row[ids[ids >= 0]] = -np.inf
    order = np.argsort(-scores, axis=1, kind="stable")[:, :k]
    named = np.full((len(queries), k), -1)
    found = np.take_along_axis(scores, order, axis=1) > -np.inf
    named[:, : order.shape[1]] = np.where(found, order, -1)
    return named

# %% distance: The distance was compared; the angle is asked for.
def neighbours(E, queries, left_out, k):
    lengths = np.linalg.norm(E, axis=1)
    sizes = np.linalg.norm(queries, axis=1)
    products = np.where(sizes == 0, 1.0, sizes)[:, None] * np.where(lengths == 0, 1.0, lengths)
    scores = -((queries[:, None] - E) ** 2).sum(axis=2)
    scores[:, lengths == 0] = -np.inf
    scores[sizes == 0] = -np.inf
    for row, ids in zip(scores, left_out):
        row[ids[ids >= 0]] = -np.inf
    order = np.argsort(-scores, axis=1, kind="stable")[:, :k]
    named = np.full((len(queries), k), -1)
    found = np.take_along_axis(scores, order, axis=1) > -np.inf
    named[:, : order.shape[1]] = np.where(found, order, -1)
    return named

# %% minus-one: −1 in left_out struck the last word; it means nobody.
def neighbours(E, queries, left_out, k):
    lengths = np.linalg.norm(E, axis=1)
    sizes = np.linalg.norm(queries, axis=1)
    products = np.where(sizes == 0, 1.0, sizes)[:, None] * np.where(lengths == 0, 1.0, lengths)
    scores = queries @ E.T / products
    scores[:, lengths == 0] = -np.inf
    scores[sizes == 0] = -np.inf
    for row, ids in zip(scores, left_out):
        row[ids] = -np.inf
    order = np.argsort(-scores, axis=1, kind="stable")[:, :k]
    named = np.full((len(queries), k), -1)
    found = np.take_along_axis(scores, order, axis=1) > -np.inf
    named[:, : order.shape[1]] = np.where(found, order, -1)
    return named

# %% nobody-left-out: Words that were to be left out were named.
def neighbours(E, queries, left_out, k):
    lengths = np.linalg.norm(E, axis=1)
    sizes = np.linalg.norm(queries, axis=1)
    products = np.where(sizes == 0, 1.0, sizes)[:, None] * np.where(lengths == 0, 1.0, lengths)
    scores = queries @ E.T / products
    scores[:, lengths == 0] = -np.inf
    scores[sizes == 0] = -np.inf
    order = np.argsort(-scores, axis=1, kind="stable")[:, :k]
    named = np.full((len(queries), k), -1)
    found = np.take_along_axis(scores, order, axis=1) > -np.inf
    named[:, : order.shape[1]] = np.where(found, order, -1)
    return named

# %% left-out-for-all: What is left out for one query was left out for all.
def neighbours(E, queries, left_out, k):
    lengths = np.linalg.norm(E, axis=1)
    sizes = np.linalg.norm(queries, axis=1)
    products = np.where(sizes == 0, 1.0, sizes)[:, None] * np.where(lengths == 0, 1.0, lengths)
    scores = queries @ E.T / products
    scores[:, lengths == 0] = -np.inf
    scores[sizes == 0] = -np.inf
    for row, ids in zip(scores, left_out):
        scores[:, ids[ids >= 0]] = -np.inf
    order = np.argsort(-scores, axis=1, kind="stable")[:, :k]
    named = np.full((len(queries), k), -1)
    found = np.take_along_axis(scores, order, axis=1) > -np.inf
    named[:, : order.shape[1]] = np.where(found, order, -1)
    return named

# %% zero-at-right-angle: A zero vector was taken for a word at a right angle; it points nowhere.
def neighbours(E, queries, left_out, k):
    lengths = np.linalg.norm(E, axis=1)
    sizes = np.linalg.norm(queries, axis=1)
    products = np.where(sizes == 0, 1.0, sizes)[:, None] * np.where(lengths == 0, 1.0, lengths)
    scores = queries @ E.T / products
    scores[sizes == 0] = -np.inf
    for row, ids in zip(scores, left_out):
        row[ids[ids >= 0]] = -np.inf
    order = np.argsort(-scores, axis=1, kind="stable")[:, :k]
    named = np.full((len(queries), k), -1)
    found = np.take_along_axis(scores, order, axis=1) > -np.inf
    named[:, : order.shape[1]] = np.where(found, order, -1)
    return named

# %% zero-query: A zero query was given neighbours; it has none.
def neighbours(E, queries, left_out, k):
    lengths = np.linalg.norm(E, axis=1)
    sizes = np.linalg.norm(queries, axis=1)
    products = np.where(sizes == 0, 1.0, sizes)[:, None] * np.where(lengths == 0, 1.0, lengths)
    scores = queries @ E.T / products
    scores[:, lengths == 0] = -np.inf
    for row, ids in zip(scores, left_out):
        row[ids[ids >= 0]] = -np.inf
    order = np.argsort(-scores, axis=1, kind="stable")[:, :k]
    named = np.full((len(queries), k), -1)
    found = np.take_along_axis(scores, order, axis=1) > -np.inf
    named[:, : order.shape[1]] = np.where(found, order, -1)
    return named

# %% farthest: The farthest came first.
def neighbours(E, queries, left_out, k):
    lengths = np.linalg.norm(E, axis=1)
    sizes = np.linalg.norm(queries, axis=1)
    products = np.where(sizes == 0, 1.0, sizes)[:, None] * np.where(lengths == 0, 1.0, lengths)
    scores = -queries @ E.T / products
    scores[:, lengths == 0] = -np.inf
    scores[sizes == 0] = -np.inf
    for row, ids in zip(scores, left_out):
        row[ids[ids >= 0]] = -np.inf
    order = np.argsort(-scores, axis=1, kind="stable")[:, :k]
    named = np.full((len(queries), k), -1)
    found = np.take_along_axis(scores, order, axis=1) > -np.inf
    named[:, : order.shape[1]] = np.where(found, order, -1)
    return named

# %% positive-only: Words with a negative cosine were dropped; they are late neighbours.
def neighbours(E, queries, left_out, k):
    lengths = np.linalg.norm(E, axis=1)
    sizes = np.linalg.norm(queries, axis=1)
    products = np.where(sizes == 0, 1.0, sizes)[:, None] * np.where(lengths == 0, 1.0, lengths)
    scores = queries @ E.T / products
    scores[scores < 0] = -np.inf
    scores[:, lengths == 0] = -np.inf
    scores[sizes == 0] = -np.inf
    for row, ids in zip(scores, left_out):
        row[ids[ids >= 0]] = -np.inf
    order = np.argsort(-scores, axis=1, kind="stable")[:, :k]
    named = np.full((len(queries), k), -1)
    found = np.take_along_axis(scores, order, axis=1) > -np.inf
    named[:, : order.shape[1]] = np.where(found, order, -1)
    return named

# %% larger-first: Of equally near words the larger id came first.
def neighbours(E, queries, left_out, k):
    lengths = np.linalg.norm(E, axis=1)
    sizes = np.linalg.norm(queries, axis=1)
    products = np.where(sizes == 0, 1.0, sizes)[:, None] * np.where(lengths == 0, 1.0, lengths)
    scores = queries @ E.T / products
    scores[:, lengths == 0] = -np.inf
    scores[sizes == 0] = -np.inf
    for row, ids in zip(scores, left_out):
        row[ids[ids >= 0]] = -np.inf
    order = np.argsort(scores, axis=1, kind="stable")[:, ::-1][:, :k]
    named = np.full((len(queries), k), -1)
    found = np.take_along_axis(scores, order, axis=1) > -np.inf
    named[:, : order.shape[1]] = np.where(found, order, -1)
    return named

# %% not-filled: Where fewer than k words are left the result has fewer than k columns.
def neighbours(E, queries, left_out, k):
    lengths = np.linalg.norm(E, axis=1)
    sizes = np.linalg.norm(queries, axis=1)
    products = np.where(sizes == 0, 1.0, sizes)[:, None] * np.where(lengths == 0, 1.0, lengths)
    scores = queries @ E.T / products
    scores[:, lengths == 0] = -np.inf
    scores[sizes == 0] = -np.inf
    for row, ids in zip(scores, left_out):
        row[ids[ids >= 0]] = -np.inf
    order = np.argsort(-scores, axis=1, kind="stable")[:, :k]
    named = np.full((len(queries), k), -1)
    found = np.take_along_axis(scores, order, axis=1) > -np.inf
    return np.where(found, order, -1)

# %% scaled-in-place: The vectors that were given were brought to length 1 in place.
def neighbours(E, queries, left_out, k):
    E /= np.maximum(np.linalg.norm(E, axis=1, keepdims=True), 1e-300)
    lengths = np.linalg.norm(E, axis=1)
    sizes = np.linalg.norm(queries, axis=1)
    products = np.where(sizes == 0, 1.0, sizes)[:, None] * np.where(lengths == 0, 1.0, lengths)
    scores = queries @ E.T / products
    scores[:, lengths == 0] = -np.inf
    scores[sizes == 0] = -np.inf
    for row, ids in zip(scores, left_out):
        row[ids[ids >= 0]] = -np.inf
    order = np.argsort(-scores, axis=1, kind="stable")[:, :k]
    named = np.full((len(queries), k), -1)
    found = np.take_along_axis(scores, order, axis=1) > -np.inf
    named[:, : order.shape[1]] = np.where(found, order, -1)
    return named
