# %% small-errors: The mean error of "balanced" is 0, but the squares are too small.
def counter_examples():
    return {
        "balanced": [15, 20, 25],
        "order": ([18, 28, 38, 48], [10, 20, 30, 60.5]),
        "as-accurate": ([0.9, 0.1, 0.9, 0.6], [0.9, 0.1, 0.9, 0.999]),
        "more-accurate": ([0.49, 0.51, 0.9, 0.1], [0.9, 0.1, 0.9, 0.999]),
        "asleep": -12.0,
    }
# %% order-reversed: The pair of "order" is the wrong way round: the first has the lower MSE.
def counter_examples():
    return {
        "balanced": [30, 20, 10],
        "order": ([10, 20, 30, 60.5], [18, 28, 38, 48]),
        "as-accurate": ([0.9, 0.1, 0.9, 0.6], [0.9, 0.1, 0.9, 0.999]),
        "more-accurate": ([0.49, 0.51, 0.9, 0.1], [0.9, 0.1, 0.9, 0.999]),
        "asleep": -12.0,
    }
# %% outlier-too-far: With an error of 30 in one place the second loses the absolute error too.
def counter_examples():
    return {
        "balanced": [30, 20, 10],
        "order": ([18, 28, 38, 48], [10, 20, 30, 70]),
        "as-accurate": ([0.9, 0.1, 0.9, 0.6], [0.9, 0.1, 0.9, 0.999]),
        "more-accurate": ([0.49, 0.51, 0.9, 0.1], [0.9, 0.1, 0.9, 0.999]),
        "asleep": -12.0,
    }
# %% not-wrong-enough: The second of "as-accurate" is more certain where it is right; it must be more certain where it is wrong.
def counter_examples():
    return {
        "balanced": [30, 20, 10],
        "order": ([18, 28, 38, 48], [10, 20, 30, 60.5]),
        "as-accurate": ([0.9, 0.1, 0.9, 0.6], [0.999, 0.001, 0.999, 0.6]),
        "more-accurate": ([0.49, 0.51, 0.9, 0.1], [0.9, 0.1, 0.9, 0.999]),
        "asleep": -12.0,
    }
# %% as-accurate-only: The second of "more-accurate" is as accurate as the first, not more.
def counter_examples():
    return {
        "balanced": [30, 20, 10],
        "order": ([18, 28, 38, 48], [10, 20, 30, 60.5]),
        "as-accurate": ([0.9, 0.1, 0.9, 0.6], [0.9, 0.1, 0.9, 0.999]),
        "more-accurate": ([0.9, 0.1, 0.9, 0.6], [0.9, 0.1, 0.9, 0.999]),
        "asleep": -12.0,
    }
# %% awake: At z = -6 the squared error still has a slope of 0.005.
def counter_examples():
    return {
        "balanced": [30, 20, 10],
        "order": ([18, 28, 38, 48], [10, 20, 30, 60.5]),
        "as-accurate": ([0.9, 0.1, 0.9, 0.6], [0.9, 0.1, 0.9, 0.999]),
        "more-accurate": ([0.49, 0.51, 0.9, 0.1], [0.9, 0.1, 0.9, 0.999]),
        "asleep": -6.0,
    }
# %% right-side: At z = 12 the slope is small because the answer is right.
def counter_examples():
    return {
        "balanced": [30, 20, 10],
        "order": ([18, 28, 38, 48], [10, 20, 30, 60.5]),
        "as-accurate": ([0.9, 0.1, 0.9, 0.6], [0.9, 0.1, 0.9, 0.999]),
        "more-accurate": ([0.49, 0.51, 0.9, 0.1], [0.9, 0.1, 0.9, 0.999]),
        "asleep": 12.0,
    }
# %% out-of-range: A probability of exactly 1 costs infinitely much; they lie between 0.001 and 0.999.
def counter_examples():
    return {
        "balanced": [30, 20, 10],
        "order": ([18, 28, 38, 48], [10, 20, 30, 60.5]),
        "as-accurate": ([0.9, 0.1, 0.9, 0.6], [0.9, 0.1, 0.9, 1.0]),
        "more-accurate": ([0.49, 0.51, 0.9, 0.1], [0.9, 0.1, 0.9, 0.999]),
        "asleep": -12.0,
    }
