# %% a-corner: The first network has a corner.
def counter_examples():
    line, moved = ([1.0, -1.0], [0.0, 0.0], [1.0, -1.0], 0.0), ([1.0, -1.0], [-1.0, 1.0], [1.0, -1.0], 1.0)
    return {"straight": ([1.0, -1.0], [0.0, 0.0], [1.0, 1.0], 0.0), "twins": (line, moved), "additive": ([[1.0]], [1.0], [1.0], [-1.0])}

# %% always-on: The unit of the first network has its corner far away and is on all the time.
def counter_examples():
    line, moved = ([1.0, -1.0], [0.0, 0.0], [1.0, -1.0], 0.0), ([1.0, -1.0], [-1.0, 1.0], [1.0, -1.0], 1.0)
    return {"straight": ([1.0], [50.0], [1.0], 0.0), "twins": (line, moved), "additive": ([[1.0]], [1.0], [1.0], [-1.0])}

# %% constant: The first network says the same everywhere; a slope is asked for.
def counter_examples():
    line, moved = ([1.0, -1.0], [0.0, 0.0], [1.0, -1.0], 0.0), ([1.0, -1.0], [-1.0, 1.0], [1.0, -1.0], 1.0)
    return {"straight": ([1.0, 1.0], [0.0, 0.0], [1.0, -1.0], 3.0), "twins": (line, moved), "additive": ([[1.0]], [1.0], [1.0], [-1.0])}

# %% corners-apart: The two corners of the first network are not at the same place, and it is flat between them.
def counter_examples():
    line, moved = ([1.0, -1.0], [0.0, 0.0], [1.0, -1.0], 0.0), ([1.0, -1.0], [-1.0, 1.0], [1.0, -1.0], 1.0)
    return {"straight": ([1.0, -1.0], [-1.0, -1.0], [1.0, -1.0], 0.0), "twins": (line, moved), "additive": ([[1.0]], [1.0], [1.0], [-1.0])}

# %% only-reordered: The twins are the same network in another order.
def counter_examples():
    line, turned = ([1.0, -1.0], [0.0, 0.0], [1.0, -1.0], 0.0), ([-1.0, 1.0], [0.0, 0.0], [-1.0, 1.0], 0.0)
    return {"straight": line, "twins": (line, turned), "additive": ([[1.0]], [1.0], [1.0], [-1.0])}

# %% only-scaled: The twins are the same network on another scale.
def counter_examples():
    line, scaled = ([1.0, -1.0], [0.0, 0.0], [1.0, -1.0], 0.0), ([2.0, -2.0], [0.0, 0.0], [0.5, -0.5], 0.0)
    return {"straight": line, "twins": (line, scaled), "additive": ([[1.0]], [1.0], [1.0], [-1.0])}

# %% shifted: The twins differ by a constant.
def counter_examples():
    line, moved = ([1.0, -1.0], [0.0, 0.0], [1.0, -1.0], 0.0), ([1.0, -1.0], [-1.0, 1.0], [1.0, -1.0], 0.0)
    return {"straight": line, "twins": (line, moved), "additive": ([[1.0]], [1.0], [1.0], [-1.0])}

# %% same-side: Both inputs of the third network leave the same units on, so that everything adds up.
def counter_examples():
    line, moved = ([1.0, -1.0], [0.0, 0.0], [1.0, -1.0], 0.0), ([1.0, -1.0], [-1.0, 1.0], [1.0, -1.0], 1.0)
    return {"straight": line, "twins": (line, moved), "additive": ([[1.0]], [1.0], [1.0], [3.0])}

# %% line-again: The third network is the straight line of the first, which adds up.
def counter_examples():
    line, moved = ([1.0, -1.0], [0.0, 0.0], [1.0, -1.0], 0.0), ([1.0, -1.0], [-1.0, 1.0], [1.0, -1.0], 1.0)
    return {"straight": line, "twins": (line, moved), "additive": ([[1.0, -1.0]], [1.0, -1.0], [1.0], [-1.0])}

# %% two-bends: The first network agrees with a line at −20, 0 and 20, but bends in between.
def counter_examples():
    line, moved = ([1.0, -1.0], [0.0, 0.0], [1.0, -1.0], 0.0), ([1.0, -1.0], [-1.0, 1.0], [1.0, -1.0], 1.0)
    return {"straight": ([1.0, -1.0], [2.0, 2.0], [1.0, -1.0], 0.0), "twins": (line, moved), "additive": ([[1.0]], [1.0], [1.0], [-1.0])}
