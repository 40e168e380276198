# %% plain-reshape: A reshape alone takes the numbers as they lie in memory, along whole rows of the picture.
def to_tokens(pictures, P):
    n, H, W, C = pictures.shape
    if H % P or W % P:
        raise ValueError("P must divide height and width")
    cut = pictures.reshape(n, H // P, P, W // P, P, C)
    return cut.reshape(n, -1, P * P * C)


def to_pictures(tokens, P, H, W):
    if H % P or W % P:
        raise ValueError("P must divide height and width")
    n = len(tokens)
    return tokens.reshape(n, H // P, W // P, P, P, -1).reshape(n, H, W, -1)

# %% columns-first: The pixels of a patch stand column by column.
def to_tokens(pictures, P):
    n, H, W, C = pictures.shape
    if H % P or W % P:
        raise ValueError("P must divide height and width")
    cut = pictures.reshape(n, H // P, P, W // P, P, C).transpose(0, 1, 3, 4, 2, 5)
    return cut.reshape(n, -1, P * P * C)


def to_pictures(tokens, P, H, W):
    if H % P or W % P:
        raise ValueError("P must divide height and width")
    n = len(tokens)
    return tokens.reshape(n, H // P, W // P, P, P, -1).transpose(0, 1, 4, 2, 3, 5).reshape(n, H, W, -1)

# %% patches-by-column: The patches stand column by column.
def to_tokens(pictures, P):
    n, H, W, C = pictures.shape
    if H % P or W % P:
        raise ValueError("P must divide height and width")
    cut = pictures.reshape(n, H // P, P, W // P, P, C).transpose(0, 3, 1, 2, 4, 5)
    return cut.reshape(n, -1, P * P * C)


def to_pictures(tokens, P, H, W):
    if H % P or W % P:
        raise ValueError("P must divide height and width")
    n = len(tokens)
    return tokens.reshape(n, W // P, H // P, P, P, -1).transpose(0, 2, 3, 1, 4, 5).reshape(n, H, W, -1)

# %% channels-apart: All numbers of the first channel stand in front; a pixel keeps its channels together.
def to_tokens(pictures, P):
    n, H, W, C = pictures.shape
    if H % P or W % P:
        raise ValueError("P must divide height and width")
    cut = pictures.reshape(n, H // P, P, W // P, P, C).transpose(0, 1, 3, 5, 2, 4)
    return cut.reshape(n, -1, P * P * C)


def to_pictures(tokens, P, H, W):
    if H % P or W % P:
        raise ValueError("P must divide height and width")
    n = len(tokens)
    return tokens.reshape(n, H // P, W // P, -1, P, P).transpose(0, 1, 4, 2, 5, 3).reshape(n, H, W, -1)

# %% square-only: Height and width of the grid of patches are exchanged on the way back.
def to_tokens(pictures, P):
    n, H, W, C = pictures.shape
    if H % P or W % P:
        raise ValueError("P must divide height and width")
    cut = pictures.reshape(n, H // P, P, W // P, P, C).swapaxes(2, 3)
    return cut.reshape(n, -1, P * P * C)


def to_pictures(tokens, P, H, W):
    if H % P or W % P:
        raise ValueError("P must divide height and width")
    n = len(tokens)
    return tokens.reshape(n, W // P, H // P, P, P, -1).swapaxes(2, 3).reshape(n, H, W, -1)

# %% cut-off: A remainder is cut off without a word instead of being refused.
def to_tokens(pictures, P):
    n, H, W, C = pictures.shape
    pictures = pictures[:, : H // P * P, : W // P * P]
    cut = pictures.reshape(n, H // P, P, W // P, P, C).swapaxes(2, 3)
    return cut.reshape(n, -1, P * P * C)


def to_pictures(tokens, P, H, W):
    if H % P or W % P:
        raise ValueError("P must divide height and width")
    n = len(tokens)
    return tokens.reshape(n, H // P, W // P, P, P, -1).swapaxes(2, 3).reshape(n, H, W, -1)

# %% width-unchecked: Only the height is checked for a remainder; one in the width goes wrong in another way.
def to_tokens(pictures, P):
    n, H, W, C = pictures.shape
    if H % P:
        raise ValueError
    pictures = pictures[:, :, : W // P * P]
    cut = pictures.reshape(n, H // P, P, W // P, P, C).swapaxes(2, 3)
    return cut.reshape(n, -1, P * P * C)


def to_pictures(tokens, P, H, W):
    if H % P or W % P:
        raise ValueError("P must divide height and width")
    n = len(tokens)
    return tokens.reshape(n, H // P, W // P, P, P, -1).swapaxes(2, 3).reshape(n, H, W, -1)

# %% in-floats: Everything is made a number of double precision, also whole numbers.
def to_tokens(pictures, P):
    n, H, W, C = pictures.shape
    if H % P or W % P:
        raise ValueError("P must divide height and width")
    cut = pictures.reshape(n, H // P, P, W // P, P, C).swapaxes(2, 3)
    return cut.reshape(n, -1, P * P * C).astype(float)


def to_pictures(tokens, P, H, W):
    if H % P or W % P:
        raise ValueError("P must divide height and width")
    tokens, n = tokens.astype(float), len(tokens)
    return tokens.reshape(n, H // P, W // P, P, P, -1).swapaxes(2, 3).reshape(n, H, W, -1)
