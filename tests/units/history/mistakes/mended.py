# %% carry-only: the carry now listens to itself, but three still reaches the sum a step early
def mended():
    return 3, 3, {**FAULTY, "carry": (2, ["a", "b", "carry"], [])}

# %% delay-only: three now waits, but the carry still forgets itself: it does not listen to the old carry
def mended():
    return 3, 3, {**FAULTY, "late": (1, ["three"], []), "sum": (1, ["lone", "late"], [])}

# %% right-pair: the faulty circuit adds the pair that was named rightly
def mended():
    return 1, 1, {**FAULTY, "carry": (2, ["a", "b", "carry"], []), "late": (1, ["three"], []),
                  "sum": (1, ["lone", "late"], [])}

# %% lone-delayed: lone was delayed instead of three, which puts the two further apart
def mended():
    return 3, 3, {**FAULTY, "carry": (2, ["a", "b", "carry"], []), "late": (1, ["lone"], []),
                  "sum": (1, ["late", "three"], [])}

# %% carry-keeps: the carry has two endings from itself and, once on, stays on for ever
def mended():
    return 3, 3, {**FAULTY, "carry": (2, ["a", "b", "carry", "carry"], []),
                  "late": (1, ["three"], []), "sum": (1, ["lone", "late"], [])}

# %% half-adder-twice: three was taken out; three ones at once then give the digit 0
def mended():
    circuit = {**FAULTY, "carry": (2, ["a", "b", "carry"], []), "sum": (1, ["lone"], [])}
    del circuit["three"]
    return 3, 3, circuit

# %% carry-of-one: the carry has the threshold 1 and is passed on for ever
def mended():
    return 3, 3, {**FAULTY, "carry": (1, ["a", "b", "carry"], []), "late": (1, ["three"], []),
                  "sum": (1, ["lone", "late"], [])}
