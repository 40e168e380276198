# %% nothing-changed: Nothing was changed: the reader knows the originals in their original place only.
def policies():
    return {
        "letters": {"mirror": False, "turn": False, "shift": 0},
        "pieces": {"mirror": False, "turn": False, "shift": 0},
    }

# %% everything: Everything was changed as much as possible: a mirrored b with the label b is a d.
def policies():
    return {
        "letters": {"mirror": True, "turn": True, "shift": 3},
        "pieces": {"mirror": True, "turn": True, "shift": 3},
    }

# %% exchanged: The two policies were exchanged.
def policies():
    return {
        "letters": {"mirror": True, "turn": True, "shift": 1},
        "pieces": {"mirror": False, "turn": False, "shift": 2},
    }

# %% letters-mirrored: The letters were mirrored: half of the copies of b look like d and are called b.
def policies():
    return {
        "letters": {"mirror": True, "turn": False, "shift": 2},
        "pieces": {"mirror": True, "turn": True, "shift": 1},
    }

# %% letters-turned: The letters were turned: a b turned by 180 degrees is a q.
def policies():
    return {
        "letters": {"mirror": False, "turn": True, "shift": 2},
        "pieces": {"mirror": True, "turn": True, "shift": 1},
    }

# %% too-little-shift: The letters were moved by less than happens under the scanner.
def policies():
    return {
        "letters": {"mirror": False, "turn": False, "shift": 1},
        "pieces": {"mirror": True, "turn": True, "shift": 1},
    }

# %% pieces-one-side: The pieces were not mirrored, and half of them land on the other side.
def policies():
    return {
        "letters": {"mirror": False, "turn": False, "shift": 2},
        "pieces": {"mirror": False, "turn": True, "shift": 1},
    }
