# %% twins-that-part: The twins have equal incoming weights but unequal outgoing ones, so they part.
def counter_examples():
    same = {"W": [[0.5, 0.5], [-0.3, -0.3]], "b": [0.1, 0.1]}
    return {
        "twins": {**same, "v": [0.4, -0.4], "c": [0.2]},
        "asleep": {"W": [[0.5, -0.2], [-0.3, 0.8]], "b": [0.1, -0.1], "v": [0.0, 0.0], "c": [0.0]},
        "parting": {**same, "v": [0.4, -0.4], "c": [0.2]},
    }
# %% all-zero: With every number zero all gradients but one are zero, and W never moves.
def counter_examples():
    same = {"W": [[0.5, 0.5], [-0.3, -0.3]], "b": [0.1, 0.1]}
    return {
        "twins": {**same, "v": [0.4, 0.4], "c": [0.2]},
        "asleep": {"W": [[0.0, 0.0], [0.0, 0.0]], "b": [0.0, 0.0], "v": [0.0, 0.0], "c": [0.0]},
        "parting": {**same, "v": [0.4, -0.4], "c": [0.2]},
    }
# %% saturated: Huge weights make the gradients vanish, and they stay vanished: nothing wakes up.
def counter_examples():
    same = {"W": [[0.5, 0.5], [-0.3, -0.3]], "b": [0.1, 0.1]}
    return {
        "twins": {**same, "v": [0.4, 0.4], "c": [0.2]},
        "asleep": {"W": [[900.0, 700.0], [800.0, -999.0]], "b": [0.1, -0.1], "v": [0.4, 0.3], "c": [0.0]},
        "parting": {**same, "v": [0.4, -0.4], "c": [0.2]},
    }
# %% zero-twins: The twins have outgoing weights of zero, which the task rules out.
def counter_examples():
    same = {"W": [[0.5, 0.5], [-0.3, -0.3]], "b": [0.1, 0.1]}
    return {
        "twins": {**same, "v": [0.0, 0.0], "c": [0.2]},
        "asleep": {"W": [[0.5, -0.2], [-0.3, 0.8]], "b": [0.1, -0.1], "v": [0.0, 0.0], "c": [0.0]},
        "parting": {**same, "v": [0.4, -0.4], "c": [0.2]},
    }
# %% parting-twins: The units that should part agree in their outgoing weights too, so they stay together.
def counter_examples():
    same = {"W": [[0.5, 0.5], [-0.3, -0.3]], "b": [0.1, 0.1]}
    return {
        "twins": {**same, "v": [0.4, 0.4], "c": [0.2]},
        "asleep": {"W": [[0.5, -0.2], [-0.3, 0.8]], "b": [0.1, -0.1], "v": [0.0, 0.0], "c": [0.0]},
        "parting": {**same, "v": [0.4, 0.4], "c": [0.2]},
    }
# %% parted-already: The units that should part differ in their incoming weights from the start.
def counter_examples():
    same = {"W": [[0.5, 0.5], [-0.3, -0.3]], "b": [0.1, 0.1]}
    return {
        "twins": {**same, "v": [0.4, 0.4], "c": [0.2]},
        "asleep": {"W": [[0.5, -0.2], [-0.3, 0.8]], "b": [0.1, -0.1], "v": [0.0, 0.0], "c": [0.0]},
        "parting": {"W": [[0.5, 0.6], [-0.3, -0.3]], "b": [0.1, 0.1], "v": [0.4, -0.4], "c": [0.2]},
    }
# %% rows-for-columns: The incoming weights of a unit are a column of W, and the rows were made equal.
def counter_examples():
    same = {"W": [[0.5, -0.3], [0.5, -0.3]], "b": [0.1, 0.1]}
    return {
        "twins": {**same, "v": [0.4, 0.4], "c": [0.2]},
        "asleep": {"W": [[0.5, -0.2], [-0.3, 0.8]], "b": [0.1, -0.1], "v": [0.0, 0.0], "c": [0.0]},
        "parting": {**same, "v": [0.4, -0.4], "c": [0.2]},
    }
# %% nothing-to-learn: The twins start where descent has ended, so their loss cannot fall by a tenth.
def counter_examples():
    same = {"W": [[0.5, 0.5], [-0.3, -0.3]], "b": [0.1, 0.1]}
    ended = descend({**same, "v": [0.4, 0.4], "c": [0.2]}, steps=2000)
    return {
        "twins": {name: value.tolist() for name, value in ended.items()},
        "asleep": {"W": [[0.5, -0.2], [-0.3, 0.8]], "b": [0.1, -0.1], "v": [0.0, 0.0], "c": [0.0]},
        "parting": {**same, "v": [0.4, -0.4], "c": [0.2]},
    }
# %% asleep-one: Only one outgoing weight of the sleeping network is zero, so the other unit is awake.
def counter_examples():
    same = {"W": [[0.5, 0.5], [-0.3, -0.3]], "b": [0.1, 0.1]}
    return {
        "twins": {**same, "v": [0.4, 0.4], "c": [0.2]},
        "asleep": {"W": [[0.5, -0.2], [-0.3, 0.8]], "b": [0.1, -0.1], "v": [0.0, 0.3], "c": [0.0]},
        "parting": {**same, "v": [0.4, -0.4], "c": [0.2]},
    }
