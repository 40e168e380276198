# %% constant-wave: A constant has the slope 0 everywhere; the wave must have a slope of at least 1 at 0.
def wave(x):
    return 0 * x


def kink(x):
    return 2 * x + abs(x)


def crease(p):
    return p[0] + 2 * p[1] + min(abs(p[0]), abs(p[1]))
# %% half-a-wave: The values at x + 0.1 and x - 0.1 must agree, so a whole number of waves fits into 0.2.
def wave(x):
    return np.sin(5 * np.pi * x)


def kink(x):
    return 2 * x + abs(x)


def crease(p):
    return p[0] + 2 * p[1] + min(abs(p[0]), abs(p[1]))
# %% flat-at-zero: A cosine has its slope 0 at 0; shift it.
def wave(x):
    return np.cos(10 * np.pi * x)


def kink(x):
    return 2 * x + abs(x)


def crease(p):
    return p[0] + 2 * p[1] + min(abs(p[0]), abs(p[1]))
# %% saw: A saw has corners or jumps; the wave should be smooth.
def wave(x):
    return np.round(5 * x) - 5 * x + 1000 * np.round(5 * x + 0.4999)


def kink(x):
    return 2 * x + abs(x)


def crease(p):
    return p[0] + 2 * p[1] + min(abs(p[0]), abs(p[1]))
# %% relu: The ReLU has the central quotient one half at its corner; add a straight line or scale it.
def wave(x):
    return np.sin(10 * np.pi * x)


def kink(x):
    return max(x, 0.0)


def crease(p):
    return p[0] + 2 * p[1] + min(abs(p[0]), abs(p[1]))
# %% smooth-kink: A straight line has a derivative at 0; the two sides must differ.
def wave(x):
    return np.sin(10 * np.pi * x)


def kink(x):
    return 2 * x


def crease(p):
    return p[0] + 2 * p[1] + min(abs(p[0]), abs(p[1]))
# %% cubic-kink: The central quotient must be 2 for every step, not only in the limit.
def wave(x):
    return np.sin(10 * np.pi * x)


def kink(x):
    return 2 * x + x**3 + abs(x)


def crease(p):
    return p[0] + 2 * p[1] + min(abs(p[0]), abs(p[1]))
# %% faint-kink: The two sides must differ by at least 1.
def wave(x):
    return np.sin(10 * np.pi * x)


def kink(x):
    return 2 * x + 0.1 * abs(x)


def crease(p):
    return p[0] + 2 * p[1] + min(abs(p[0]), abs(p[1]))
# %% crest-of-the-chapter: The crest has the quotients 0 and 0; add a plane with the slopes 1 and 2.
def wave(x):
    return np.sin(10 * np.pi * x)


def kink(x):
    return 2 * x + abs(x)


def crease(p):
    return min(abs(p[0]), abs(p[1]))
# %% plane: A plane climbs along the diagonal as its gradient says.
def wave(x):
    return np.sin(10 * np.pi * x)


def kink(x):
    return 2 * x + abs(x)


def crease(p):
    return p[0] + 2 * p[1]
# %% too-flat: x y is too flat near the origin: there the plane is a good approximation.
def wave(x):
    return np.sin(10 * np.pi * x)


def kink(x):
    return 2 * x + abs(x)


def crease(p):
    return p[0] + 2 * p[1] + p[0] * p[1]
# %% coordinates-exchanged: The slope along the first axis is 1 and along the second 2.
def wave(x):
    return np.sin(10 * np.pi * x)


def kink(x):
    return 2 * x + abs(x)


def crease(p):
    return 2 * p[0] + p[1] + min(abs(p[0]), abs(p[1]))
# %% undefined-at-the-origin: 0 / 0 is not a number; say what the function is at the origin.
def wave(x):
    return np.sin(10 * np.pi * x)


def kink(x):
    return 2 * x + abs(x)


def crease(p):
    with np.errstate(all="ignore"):
        return p[0] + 2 * p[1] + np.float64(p[0] * p[1]) / np.hypot(p[0], p[1])
# %% steps-of-the-test: The kink must keep its promise for every step, not for four of them.
def wave(x):
    return np.sin(10 * np.pi * x)


def kink(x):
    known = (1.0, 0.1, 1e-3, 1e-6)
    return (2 * x if abs(x) in known else 3 * x) + abs(x)


def crease(p):
    return p[0] + 2 * p[1] + min(abs(p[0]), abs(p[1]))
# %% faint-far-away: The corner must be there at every magnification.
def wave(x):
    return np.sin(10 * np.pi * x)


def kink(x):
    return 2 * x + (abs(x) if abs(x) > 5e-7 else 0.0)


def crease(p):
    return p[0] + 2 * p[1] + min(abs(p[0]), abs(p[1]))
# %% steps-on-the-axes: The crease must keep its promise for every step along the axes.
def wave(x):
    return np.sin(10 * np.pi * x)


def kink(x):
    return 2 * x + abs(x)


def crease(p):
    x, y = p
    bend = 0.0 if max(abs(x), abs(y)) in (1.0, 0.1, 1e-3, 1e-6) else 0.5 * x
    return x + 2 * y + min(abs(x), abs(y)) + bend
# %% steps-on-the-diagonal: The crease must be off along the diagonal for every step.
def wave(x):
    return np.sin(10 * np.pi * x)


def kink(x):
    return 2 * x + abs(x)


def crease(p):
    x, y = p
    return x + 2 * y + (min(abs(x), abs(y)) if abs(x) in (1.0, 0.1, 1e-3, 1e-6) else 0.0)
# %% tuned-to-tenths: The quotient must be zero at every place, not only at tenths.
def wave(x):
    return np.sin(10 * np.pi * x) + 10 * np.sin(5 * np.pi * np.asarray(x)) ** 3 * np.cos(5 * np.pi * np.asarray(x)) * np.sin(2 * np.pi * np.asarray(x))


def kink(x):
    return 2 * x + abs(x)


def crease(p):
    return p[0] + 2 * p[1] + min(abs(p[0]), abs(p[1]))
# %% triangle: A triangle wave has corners; the wave should be smooth everywhere, not only at 0.
def wave(x):
    return np.arcsin(np.sin(10 * np.pi * x))


def kink(x):
    return 2 * x + abs(x)


def crease(p):
    return p[0] + 2 * p[1] + min(abs(p[0]), abs(p[1]))
