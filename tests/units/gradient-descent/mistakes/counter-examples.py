# %% a-minimum: The point is a minimum.
def counter_examples():
    return {"point": [1.0, -1.0], "bowl": {"H": [[10.0, 0.0], [0.0, 1.0]], "start": [0.001, 1.0], "rate": 0.25}, "slopes": [0.0] * 2000 + [1.0]}
# %% not-stationary: The gradient at the point is not zero.
def counter_examples():
    return {"point": [0.5, 0.0], "bowl": {"H": [[10.0, 0.0], [0.0, 1.0]], "start": [0.001, 1.0], "rate": 0.25}, "slopes": [0.0] * 2000 + [1.0]}
# %% nearly-stationary: The gradient at the point is small but not zero.
def counter_examples():
    return {"point": [0.0001, 1.0], "bowl": {"H": [[10.0, 0.0], [0.0, 1.0]], "start": [0.001, 1.0], "rate": 0.25}, "slopes": [0.0] * 2000 + [1.0]}
# %% rate-below-limit: The rate is below the limit, so the run converges after all.
def counter_examples():
    return {"point": [0.0, 1.0], "bowl": {"H": [[10.0, 0.0], [0.0, 1.0]], "start": [0.001, 1.0], "rate": 0.19}, "slopes": [0.0] * 2000 + [1.0]}
# %% exactly-flat: The start has no share in the steep direction, so nothing grows.
def counter_examples():
    return {"point": [0.0, 1.0], "bowl": {"H": [[10.0, 0.0], [0.0, 1.0]], "start": [0.0, 1.0], "rate": 0.25}, "slopes": [0.0] * 2000 + [1.0]}
# %% first-step-up: The loss rises at the first step already.
def counter_examples():
    return {"point": [0.0, 1.0], "bowl": {"H": [[10.0, 0.0], [0.0, 1.0]], "start": [1.0, 1.0], "rate": 0.25}, "slopes": [0.0] * 2000 + [1.0]}
# %% falls-too-little: The first step takes away less than a tenth.
def counter_examples():
    return {"point": [0.0, 1.0], "bowl": {"H": [[100.0, 0.0], [0.0, 1.0]], "start": [1e-5, 1.0], "rate": 0.025}, "slopes": [0.0] * 2000 + [1.0]}
# %% not-a-bowl: An eigenvalue of H is negative.
def counter_examples():
    return {"point": [0.0, 1.0], "bowl": {"H": [[-1.0, 0.0], [0.0, 1.0]], "start": [0.001, 1.0], "rate": 0.5}, "slopes": [0.0] * 2000 + [1.0]}
# %% constant-slopes: Under a constant slope Adam's steps are as long as the rate.
def counter_examples():
    return {"point": [0.0, 1.0], "bowl": {"H": [[10.0, 0.0], [0.0, 1.0]], "start": [0.001, 1.0], "rate": 0.25}, "slopes": [5.0] * 2000}
# %% rest-too-short: After so short a rest the long memory still holds almost only the new slope.
def counter_examples():
    return {"point": [0.0, 1.0], "bowl": {"H": [[10.0, 0.0], [0.0, 1.0]], "start": [0.001, 1.0], "rate": 0.25}, "slopes": [0.0] * 100 + [1.0]}
# %% large-first: A large slope first makes the later steps shorter, not longer.
def counter_examples():
    return {"point": [0.0, 1.0], "bowl": {"H": [[10.0, 0.0], [0.0, 1.0]], "start": [0.001, 1.0], "rate": 0.25}, "slopes": [100.0] + [1.0] * 2000}
# %% too-many: More slopes than allowed.
def counter_examples():
    return {"point": [0.0, 1.0], "bowl": {"H": [[10.0, 0.0], [0.0, 1.0]], "start": [0.001, 1.0], "rate": 0.25}, "slopes": [0.0] * 5000 + [1.0]}
