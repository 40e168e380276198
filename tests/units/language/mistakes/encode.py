# %% as-given: The function was left as it was: characters for bytes, and pairs merged as they are met.
def encode(text, merges):
    names = {pair: 256 + rank for rank, pair in enumerate(merges)}
    ids, i = [ord(character) for character in text], 0
    while i < len(ids) - 1:
        if (ids[i], ids[i + 1]) in names:
            ids[i : i + 2] = [names[ids[i], ids[i + 1]]]
            i = max(i - 1, 0)
        else:
            i += 1
    return ids

def decode(ids, merges):
    pieces = [bytes([value]) for value in range(256)]
    for left, right in merges:
        pieces.append(pieces[left] + pieces[right])
    return b"".join(pieces[i] for i in ids).decode("utf-8", errors="replace")

# %% leftmost: Pairs were merged as they are met from the left; the merge learned first comes first.
def encode(text, merges):
    names = {pair: 256 + rank for rank, pair in enumerate(merges)}
    ids, i = list(text.encode("utf-8")), 0
    while i < len(ids) - 1:
        if (ids[i], ids[i + 1]) in names:
            ids[i : i + 2] = [names[ids[i], ids[i + 1]]]
            i = max(i - 1, 0)
        else:
            i += 1
    return ids

def decode(ids, merges):
    pieces = [bytes([value]) for value in range(256)]
    for left, right in merges:
        pieces.append(pieces[left] + pieces[right])
    return b"".join(pieces[i] for i in ids).decode("utf-8", errors="replace")

# %% characters: Characters were encoded; é is one character and two bytes of UTF-8.
def encode(text, merges):
    ids = [ord(character) for character in text]
    for rank, (left, right) in enumerate(merges):
        out, i = [], 0
        while i < len(ids):
            if i + 1 < len(ids) and ids[i] == left and ids[i + 1] == right:
                out.append(256 + rank)
                i += 2
            else:
                out.append(ids[i])
                i += 1
        ids = out
    return ids


def decode(ids, merges):
    pieces = [bytes([value]) for value in range(256)]
    for left, right in merges:
        pieces.append(pieces[left] + pieces[right])
    return b"".join(pieces[i] for i in ids).decode("utf-8", errors="replace")

# %% first-only: Of each pair only the first occurrence was merged.
def encode(text, merges):
    ids = list(text.encode("utf-8"))
    for rank, (left, right) in enumerate(merges):
        out, i = [], 0
        while i < len(ids):
            if i + 1 < len(ids) and 256 + rank not in out and ids[i] == left and ids[i + 1] == right:
                out.append(256 + rank)
                i += 2
            else:
                out.append(ids[i])
                i += 1
        ids = out
    return ids


def decode(ids, merges):
    pieces = [bytes([value]) for value in range(256)]
    for left, right in merges:
        pieces.append(pieces[left] + pieces[right])
    return b"".join(pieces[i] for i in ids).decode("utf-8", errors="replace")

# %% last-first: The merges were made from the last to the first.
def encode(text, merges):
    ids = list(text.encode("utf-8"))
    for rank, (left, right) in reversed(list(enumerate(merges))):
        out, i = [], 0
        while i < len(ids):
            if i + 1 < len(ids) and ids[i] == left and ids[i + 1] == right:
                out.append(256 + rank)
                i += 2
            else:
                out.append(ids[i])
                i += 1
        ids = out
    return ids


def decode(ids, merges):
    pieces = [bytes([value]) for value in range(256)]
    for left, right in merges:
        pieces.append(pieces[left] + pieces[right])
    return b"".join(pieces[i] for i in ids).decode("utf-8", errors="replace")

# %% longest-first: The longest piece that fits was taken; the merge learned first comes first.
def encode(text, merges):
    pieces = [bytes([value]) for value in range(256)]
    for left, right in merges:
        pieces.append(pieces[left] + pieces[right])
    data, ids = text.encode("utf-8"), []
    while data:
        fits = [i for i, piece in enumerate(pieces) if data.startswith(piece)]
        ids.append(max(fits, key=lambda i: len(pieces[i])))
        data = data[len(pieces[ids[-1]]) :]
    return ids

def decode(ids, merges):
    pieces = [bytes([value]) for value in range(256)]
    for left, right in merges:
        pieces.append(pieces[left] + pieces[right])
    return b"".join(pieces[i] for i in ids).decode("utf-8", errors="replace")

# %% piece-by-piece: Each id was turned into characters alone; a character may lie across two ids.
def encode(text, merges):
    ids = list(text.encode("utf-8"))
    for rank, (left, right) in enumerate(merges):
        out, i = [], 0
        while i < len(ids):
            if i + 1 < len(ids) and ids[i] == left and ids[i + 1] == right:
                out.append(256 + rank)
                i += 2
            else:
                out.append(ids[i])
                i += 1
        ids = out
    return ids


def decode(ids, merges):
    pieces = [bytes([value]) for value in range(256)]
    for left, right in merges:
        pieces.append(pieces[left] + pieces[right])
    return "".join(pieces[i].decode("utf-8", errors="replace") for i in ids)

# %% strict: Bytes that are no character raised an error; they become U+FFFD.
def encode(text, merges):
    ids = list(text.encode("utf-8"))
    for rank, (left, right) in enumerate(merges):
        out, i = [], 0
        while i < len(ids):
            if i + 1 < len(ids) and ids[i] == left and ids[i + 1] == right:
                out.append(256 + rank)
                i += 2
            else:
                out.append(ids[i])
                i += 1
        ids = out
    return ids


def decode(ids, merges):
    pieces = [bytes([value]) for value in range(256)]
    for left, right in merges:
        pieces.append(pieces[left] + pieces[right])
    return b"".join(pieces[i] for i in ids).decode("utf-8")

# %% ignored: Bytes that are no character were dropped; they become U+FFFD.
def encode(text, merges):
    ids = list(text.encode("utf-8"))
    for rank, (left, right) in enumerate(merges):
        out, i = [], 0
        while i < len(ids):
            if i + 1 < len(ids) and ids[i] == left and ids[i + 1] == right:
                out.append(256 + rank)
                i += 2
            else:
                out.append(ids[i])
                i += 1
        ids = out
    return ids


def decode(ids, merges):
    pieces = [bytes([value]) for value in range(256)]
    for left, right in merges:
        pieces.append(pieces[left] + pieces[right])
    return b"".join(pieces[i] for i in ids).decode("utf-8", errors="ignore")

# %% used-up: The merges were taken out of the list that was given; it must stay as it was.
def encode(text, merges):
    ids, new = list(text.encode("utf-8")), 256
    for left, right in list(merges):
        merges.pop(0)
        out, i = [], 0
        while i < len(ids):
            if ids[i : i + 2] == [left, right]:
                out.append(new)
                i += 2
            else:
                out.append(ids[i])
                i += 1
        ids, new = out, new + 1
    return ids

def decode(ids, merges):
    pieces = [bytes([value]) for value in range(256)]
    for left, right in merges:
        pieces.append(pieces[left] + pieces[right])
    return b"".join(pieces[i] for i in ids).decode("utf-8", errors="replace")
