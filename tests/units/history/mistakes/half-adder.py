# %% carry-early: the carry comes one step after its digits, a step before their sum; let it wait in a unit of its own
def half_adder():
    return {"any": (1, ["a", "b"], []), "both": (2, ["a", "b"], []),
            "sum": (1, ["any"], ["both"]), "carry": (2, ["a", "b"], [])}

# %% or-for-sum: the sum is 1 for 1 + 1, too; both digits together have to veto it
def half_adder():
    return {"any": (1, ["a", "b"], []), "both": (2, ["a", "b"], []),
            "sum": (1, ["any"], []), "carry": (1, ["both"], [])}

# %% veto-late: the veto comes from the carry itself, a step too late: it meets the next pair of digits
def half_adder():
    return {"any": (1, ["a", "b"], []), "both": (2, ["a", "b"], []),
            "sum": (1, ["any"], ["carry"]), "carry": (1, ["both"], [])}

# %% veto-early: the inputs themselves veto the sum; they are a step ahead of the unit that they veto
def half_adder():
    return {"a1": (1, ["a"], []), "b1": (1, ["b"], []), "both": (2, ["a", "b"], []),
            "sum": (1, ["a1", "b1"], ["a", "b"]), "carry": (1, ["both"], [])}

# %% mutual-veto: exactly one was built with excitation and inhibition from the same digit, so that it never answers
def half_adder():
    return {"one": (1, ["a", "b"], ["a", "b"]), "both": (2, ["a", "b"], []),
            "sum": (1, ["one"], []), "carry": (1, ["both"], [])}

# %% low-threshold: the carry has the threshold 1, which makes it OR; it needs both digits
def half_adder():
    return {"any": (1, ["a", "b"], []), "both": (1, ["a", "b"], []), "two": (2, ["a", "b"], []),
            "sum": (1, ["any"], ["two"]), "carry": (1, ["both"], [])}

# %% late: both digits come a step late
def half_adder():
    return {"any": (1, ["a", "b"], []), "both": (2, ["a", "b"], []), "s": (1, ["any"], ["both"]),
            "c": (1, ["both"], []), "sum": (1, ["s"], []), "carry": (1, ["c"], [])}
