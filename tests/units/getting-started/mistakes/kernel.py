# %% top-to-bottom: the cells were run from top to bottom, not in the order in which they were run
def kernel(order):
    names = {}
    for letter in sorted(order.rpartition("R")[2]):
        if letter == "A":
            names["x"] = 2
        elif letter == "B" and "x" in names:
            names["x"] = 3 * names["x"]
        elif letter == "C" and "x" in names:
            names["y"] = names["x"] + 1
    return names

# %% spreadsheet: y was computed anew when x changed, as in a spreadsheet; a kernel does nothing by itself
def kernel(order):
    names = {}
    for letter in order:
        if letter == "R":
            names = {}
        elif letter == "A":
            names["x"] = 2
        elif letter == "B" and "x" in names:
            names["x"] = 3 * names["x"]
        elif letter == "C" and "x" in names:
            names["y"] = 0
        if "y" in names:
            names["y"] = names["x"] + 1
    return names

# %% once: a cell that runs again does its work again, and here it did it once
def kernel(order):
    names, seen = {}, set()
    for letter in order:
        if letter == "R":
            names, seen = {}, set()
        elif letter in seen:
            continue
        elif letter == "A":
            names["x"] = 2
        elif letter == "B" and "x" in names:
            names["x"] = 3 * names["x"]
        elif letter == "C" and "x" in names:
            names["y"] = names["x"] + 1
        seen.add(letter)
    return names

# %% restart-ignored: a restart makes the kernel forget every name, and here it forgot none
def kernel(order):
    names = {}
    for letter in order:
        if letter == "A":
            names["x"] = 2
        elif letter == "B" and "x" in names:
            names["x"] = 3 * names["x"]
        elif letter == "C" and "x" in names:
            names["y"] = names["x"] + 1
    return names

# %% forgets-x-alone: a restart forgets every name, and here y was kept
def kernel(order):
    names = {}
    for letter in order:
        if letter == "R":
            names.pop("x", None)
        elif letter == "A":
            names["x"] = 2
        elif letter == "B" and "x" in names:
            names["x"] = 3 * names["x"]
        elif letter == "C" and "x" in names:
            names["y"] = names["x"] + 1
    return names

# %% x-is-always-there: a cell that needs x stops when there is none, and here x began at 2
def kernel(order):
    names = {"x": 2}
    for letter in order:
        if letter == "R":
            names = {"x": 2}
        elif letter == "A":
            names["x"] = 2
        elif letter == "B":
            names["x"] = 3 * names["x"]
        elif letter == "C":
            names["y"] = names["x"] + 1
    return names
