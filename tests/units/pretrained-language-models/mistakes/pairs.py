# %% true-successor: A sentence with the words of the true successor was taken as a wrong one.
def pairs(texts, picks, size):
    ids, segments = np.zeros((len(picks), size), dtype=int), np.zeros((len(picks), size), dtype=int)
    labels = np.array([int(follows) for _, _, follows, _ in picks])
    for i, (t, s, follows, draw) in enumerate(picks):
        first, second = list(texts[t][s]), list(texts[t][s + 1])
        if not follows:
            offered = [b for k, text in enumerate(texts) if k != t for b in text]
            second = list(offered[int(draw * len(offered))])
        while len(first) + len(second) + 3 > size:
            longer = first if len(first) > len(second) else second
            longer.pop()
        row = [1, *first, 2, *second, 2]
        ids[i, : len(row)] = row
        segments[i, len(first) + 2 : len(row)] = 1
    return ids, segments, ids != 0, labels

# %% same-text: The wrong sentence was drawn from all texts, the same one included.
def pairs(texts, picks, size):
    ids, segments = np.zeros((len(picks), size), dtype=int), np.zeros((len(picks), size), dtype=int)
    labels = np.array([int(follows) for _, _, follows, _ in picks])
    for i, (t, s, follows, draw) in enumerate(picks):
        first, second = list(texts[t][s]), list(texts[t][s + 1])
        if not follows:
            offered = [b for k, text in enumerate(texts) for b in text if list(b) != second]
            second = list(offered[int(draw * len(offered))])
        while len(first) + len(second) + 3 > size:
            longer = first if len(first) > len(second) else second
            longer.pop()
        row = [1, *first, 2, *second, 2]
        ids[i, : len(row)] = row
        segments[i, len(first) + 2 : len(row)] = 1
    return ids, segments, ids != 0, labels

# %% only-same-text: The wrong sentence was drawn from the same text; it comes from another one.
def pairs(texts, picks, size):
    ids, segments = np.zeros((len(picks), size), dtype=int), np.zeros((len(picks), size), dtype=int)
    labels = np.array([int(follows) for _, _, follows, _ in picks])
    for i, (t, s, follows, draw) in enumerate(picks):
        first, second = list(texts[t][s]), list(texts[t][s + 1])
        if not follows:
            offered = [b for k, text in enumerate(texts) if k == t for b in text if list(b) != second] or [second]
            second = list(offered[int(draw * len(offered))])
        while len(first) + len(second) + 3 > size:
            longer = first if len(first) > len(second) else second
            longer.pop()
        row = [1, *first, 2, *second, 2]
        ids[i, : len(row)] = row
        segments[i, len(first) + 2 : len(row)] = 1
    return ids, segments, ids != 0, labels

# %% first-sentence: The wrong sentences were compared with the first sentence, not with its successor.
def pairs(texts, picks, size):
    ids, segments = np.zeros((len(picks), size), dtype=int), np.zeros((len(picks), size), dtype=int)
    labels = np.array([int(follows) for _, _, follows, _ in picks])
    for i, (t, s, follows, draw) in enumerate(picks):
        first, second = list(texts[t][s]), list(texts[t][s + 1])
        if not follows:
            offered = [b for k, text in enumerate(texts) if k != t for b in text if list(b) != first]
            second = list(offered[int(draw * len(offered))])
        while len(first) + len(second) + 3 > size:
            longer = first if len(first) > len(second) else second
            longer.pop()
        row = [1, *first, 2, *second, 2]
        ids[i, : len(row)] = row
        segments[i, len(first) + 2 : len(row)] = 1
    return ids, segments, ids != 0, labels

# %% cut-at-end: The row was cut at its end, so that the second sentence or its <end> is lost; the longer sentence gets shorter.
def pairs(texts, picks, size):
    ids, segments = np.zeros((len(picks), size), dtype=int), np.zeros((len(picks), size), dtype=int)
    labels = np.array([int(follows) for _, _, follows, _ in picks])
    for i, (t, s, follows, draw) in enumerate(picks):
        first, second = list(texts[t][s]), list(texts[t][s + 1])
        if not follows:
            offered = [b for k, text in enumerate(texts) if k != t for b in text if list(b) != second]
            second = list(offered[int(draw * len(offered))])
        row = [1, *first, 2, *second, 2][:size]
        ids[i, : len(row)] = row
        segments[i, len(first) + 2 : len(row)] = 1
    return ids, segments, ids != 0, labels

# %% special-forgotten: The three special words were not counted, so that the row gets too long.
def pairs(texts, picks, size):
    ids, segments = np.zeros((len(picks), size), dtype=int), np.zeros((len(picks), size), dtype=int)
    labels = np.array([int(follows) for _, _, follows, _ in picks])
    for i, (t, s, follows, draw) in enumerate(picks):
        first, second = list(texts[t][s]), list(texts[t][s + 1])
        if not follows:
            offered = [b for k, text in enumerate(texts) if k != t for b in text if list(b) != second]
            second = list(offered[int(draw * len(offered))])
        while len(first) + len(second) > size:
            longer = first if len(first) > len(second) else second
            longer.pop()
        row = [1, *first, 2, *second, 2][:size]
        ids[i, : len(row)] = row
        segments[i, len(first) + 2 : len(row)] = 1
    return ids, segments, ids != 0, labels

# %% first-shortened: Of two equally long sentences the first one lost a word.
def pairs(texts, picks, size):
    ids, segments = np.zeros((len(picks), size), dtype=int), np.zeros((len(picks), size), dtype=int)
    labels = np.array([int(follows) for _, _, follows, _ in picks])
    for i, (t, s, follows, draw) in enumerate(picks):
        first, second = list(texts[t][s]), list(texts[t][s + 1])
        if not follows:
            offered = [b for k, text in enumerate(texts) if k != t for b in text if list(b) != second]
            second = list(offered[int(draw * len(offered))])
        while len(first) + len(second) + 3 > size:
            longer = first if len(first) >= len(second) else second
            longer.pop()
        row = [1, *first, 2, *second, 2]
        ids[i, : len(row)] = row
        segments[i, len(first) + 2 : len(row)] = 1
    return ids, segments, ids != 0, labels

# %% only-second: Only the second sentence was shortened.
def pairs(texts, picks, size):
    ids, segments = np.zeros((len(picks), size), dtype=int), np.zeros((len(picks), size), dtype=int)
    labels = np.array([int(follows) for _, _, follows, _ in picks])
    for i, (t, s, follows, draw) in enumerate(picks):
        first, second = list(texts[t][s]), list(texts[t][s + 1])
        if not follows:
            offered = [b for k, text in enumerate(texts) if k != t for b in text if list(b) != second]
            second = list(offered[int(draw * len(offered))])
        while len(first) + len(second) + 3 > size:
            longer = second or first
            longer.pop()
        row = [1, *first, 2, *second, 2]
        ids[i, : len(row)] = row
        segments[i, len(first) + 2 : len(row)] = 1
    return ids, segments, ids != 0, labels

# %% shorter: The shorter sentence was shortened.
def pairs(texts, picks, size):
    ids, segments = np.zeros((len(picks), size), dtype=int), np.zeros((len(picks), size), dtype=int)
    labels = np.array([int(follows) for _, _, follows, _ in picks])
    for i, (t, s, follows, draw) in enumerate(picks):
        first, second = list(texts[t][s]), list(texts[t][s + 1])
        if not follows:
            offered = [b for k, text in enumerate(texts) if k != t for b in text if list(b) != second]
            second = list(offered[int(draw * len(offered))])
        while len(first) + len(second) + 3 > size:
            longer = second if len(first) > len(second) and len(second) > 1 or len(first) == 1 else first
            longer.pop()
        row = [1, *first, 2, *second, 2]
        ids[i, : len(row)] = row
        segments[i, len(first) + 2 : len(row)] = 1
    return ids, segments, ids != 0, labels

# %% front: Words were taken off at the front of a sentence; they go from its end.
def pairs(texts, picks, size):
    ids, segments = np.zeros((len(picks), size), dtype=int), np.zeros((len(picks), size), dtype=int)
    labels = np.array([int(follows) for _, _, follows, _ in picks])
    for i, (t, s, follows, draw) in enumerate(picks):
        first, second = list(texts[t][s]), list(texts[t][s + 1])
        if not follows:
            offered = [b for k, text in enumerate(texts) if k != t for b in text if list(b) != second]
            second = list(offered[int(draw * len(offered))])
        while len(first) + len(second) + 3 > size:
            longer = first if len(first) > len(second) else second
            longer.pop(0)
        row = [1, *first, 2, *second, 2]
        ids[i, : len(row)] = row
        segments[i, len(first) + 2 : len(row)] = 1
    return ids, segments, ids != 0, labels

# %% segment-early: The first <end> was counted to the second sentence.
def pairs(texts, picks, size):
    ids, segments = np.zeros((len(picks), size), dtype=int), np.zeros((len(picks), size), dtype=int)
    labels = np.array([int(follows) for _, _, follows, _ in picks])
    for i, (t, s, follows, draw) in enumerate(picks):
        first, second = list(texts[t][s]), list(texts[t][s + 1])
        if not follows:
            offered = [b for k, text in enumerate(texts) if k != t for b in text if list(b) != second]
            second = list(offered[int(draw * len(offered))])
        while len(first) + len(second) + 3 > size:
            longer = first if len(first) > len(second) else second
            longer.pop()
        row = [1, *first, 2, *second, 2]
        ids[i, : len(row)] = row
        segments[i, len(first) + 1 : len(row)] = 1
    return ids, segments, ids != 0, labels

# %% segment-padding: The padding got the segment 1.
def pairs(texts, picks, size):
    ids, segments = np.zeros((len(picks), size), dtype=int), np.zeros((len(picks), size), dtype=int)
    labels = np.array([int(follows) for _, _, follows, _ in picks])
    for i, (t, s, follows, draw) in enumerate(picks):
        first, second = list(texts[t][s]), list(texts[t][s + 1])
        if not follows:
            offered = [b for k, text in enumerate(texts) if k != t for b in text if list(b) != second]
            second = list(offered[int(draw * len(offered))])
        while len(first) + len(second) + 3 > size:
            longer = first if len(first) > len(second) else second
            longer.pop()
        row = [1, *first, 2, *second, 2]
        ids[i, : len(row)] = row
        segments[i, len(first) + 2 :] = 1
    return ids, segments, ids != 0, labels

# %% labels: The labels are the wrong way round; 1 means that the second sentence follows.
def pairs(texts, picks, size):
    ids, segments = np.zeros((len(picks), size), dtype=int), np.zeros((len(picks), size), dtype=int)
    labels = np.array([1 - int(follows) for _, _, follows, _ in picks])
    for i, (t, s, follows, draw) in enumerate(picks):
        first, second = list(texts[t][s]), list(texts[t][s + 1])
        if not follows:
            offered = [b for k, text in enumerate(texts) if k != t for b in text if list(b) != second]
            second = list(offered[int(draw * len(offered))])
        while len(first) + len(second) + 3 > size:
            longer = first if len(first) > len(second) else second
            longer.pop()
        row = [1, *first, 2, *second, 2]
        ids[i, : len(row)] = row
        segments[i, len(first) + 2 : len(row)] = 1
    return ids, segments, ids != 0, labels

# %% mask: The mask says where padding is, not where words are.
def pairs(texts, picks, size):
    ids, segments = np.zeros((len(picks), size), dtype=int), np.zeros((len(picks), size), dtype=int)
    labels = np.array([int(follows) for _, _, follows, _ in picks])
    for i, (t, s, follows, draw) in enumerate(picks):
        first, second = list(texts[t][s]), list(texts[t][s + 1])
        if not follows:
            offered = [b for k, text in enumerate(texts) if k != t for b in text if list(b) != second]
            second = list(offered[int(draw * len(offered))])
        while len(first) + len(second) + 3 > size:
            longer = first if len(first) > len(second) else second
            longer.pop()
        row = [1, *first, 2, *second, 2]
        ids[i, : len(row)] = row
        segments[i, len(first) + 2 : len(row)] = 1
    return ids, segments, ids == 0, labels

# %% texts-changed: The texts that were given got shorter, because their own lists were shortened.
def pairs(texts, picks, size):
    ids, segments = np.zeros((len(picks), size), dtype=int), np.zeros((len(picks), size), dtype=int)
    labels = np.array([int(follows) for _, _, follows, _ in picks])
    for i, (t, s, follows, draw) in enumerate(picks):
        first, second = texts[t][s], texts[t][s + 1]
        if not follows:
            offered = [b for k, text in enumerate(texts) if k != t for b in text if list(b) != second]
            second = offered[int(draw * len(offered))]
        while len(first) + len(second) + 3 > size:
            longer = first if len(first) > len(second) else second
            longer.pop()
        row = [1, *first, 2, *second, 2]
        ids[i, : len(row)] = row
        segments[i, len(first) + 2 : len(row)] = 1
    return ids, segments, ids != 0, labels
