# %% blanks-first: Blanks were removed before equal neighbours were merged.
def greedy(logp, lengths, blank):
    found = []
    for row, n in zip(logp, lengths):
        labels, before = [], blank
        for k in row[:n].argmax(axis=1).tolist():
            if k != before and k != blank:
                labels.append(k)
            if k != blank:
                before = k
        found.append(labels)
    return found

# %% not-merged: Equal neighbours were not merged.
def greedy(logp, lengths, blank):
    found = []
    for row, n in zip(logp, lengths):
        labels, before = [], blank
        for k in row[:n].argmax(axis=1).tolist():
            if k != blank:
                labels.append(k)
            before = k
        found.append(labels)
    return found

# %% blank-kept: Blanks were not removed.
def greedy(logp, lengths, blank):
    found = []
    for row, n in zip(logp, lengths):
        labels, before = [], blank
        for k in row[:n].argmax(axis=1).tolist():
            if k != before:
                labels.append(k)
            before = k
        found.append(labels)
    return found

# %% lengths-ignored: Frames behind the length were read.
def greedy(logp, lengths, blank):
    found = []
    for row, n in zip(logp, lengths):
        labels, before = [], blank
        for k in row.argmax(axis=1).tolist():
            if k != before and k != blank:
                labels.append(k)
            before = k
        found.append(labels)
    return found

# %% blank-is-zero: The blank was taken for id 0.
def greedy(logp, lengths, blank):
    found = []
    for row, n in zip(logp, lengths):
        labels, before = [], 0
        for k in row[:n].argmax(axis=1).tolist():
            if k != before and k != 0:
                labels.append(k)
            before = k
        found.append(labels)
    return found

# %% set-of-labels: A label was kept once only, though it was said again.
def greedy(logp, lengths, blank):
    found = []
    for row, n in zip(logp, lengths):
        labels, before = [], blank
        for k in row[:n].argmax(axis=1).tolist():
            if k not in labels and k != blank:
                labels.append(k)
            before = k
        found.append(labels)
    return found

# %% first-lost: The first frame was lost.
def greedy(logp, lengths, blank):
    found = []
    for row, n in zip(logp, lengths):
        labels, before = [], int(row[0].argmax())
        for k in row[:n].argmax(axis=1).tolist():
            if k != before and k != blank:
                labels.append(k)
            before = k
        found.append(labels)
    return found

# %% last-of-ties: Of equally probable ids the largest was taken.
def greedy(logp, lengths, blank):
    found = []
    for row, n in zip(logp, lengths):
        labels, before = [], blank
        for k in (row.shape[1] - 1 - row[:n, ::-1].argmax(axis=1)).tolist():
            if k != before and k != blank:
                labels.append(k)
            before = k
        found.append(labels)
    return found
