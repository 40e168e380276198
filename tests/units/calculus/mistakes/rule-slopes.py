# %% inner-slope-of-exp: exp(-2x) has an inner function; its slope -2 is a factor.
def rule_slopes(x):
    x = np.asarray(x, dtype=float)
    s, c, low = np.sin(x), np.cos(x), x**2 + 3
    return np.stack([(3 * x**2 + x**3) * np.exp(-2 * x), 4 * x**3 / (1 + x**4),
                     (2 * low - (2 * x - 1) * 2 * x) / low**2, s * c / np.sqrt(1 + s**2)])
# %% product-of-slopes: The slope of a product is f' g + f g', not f' g'.
def rule_slopes(x):
    x = np.asarray(x, dtype=float)
    s, c, low = np.sin(x), np.cos(x), x**2 + 3
    return np.stack([3 * x**2 * -2 * np.exp(-2 * x), 4 * x**3 / (1 + x**4),
                     (2 * low - (2 * x - 1) * 2 * x) / low**2, s * c / np.sqrt(1 + s**2)])
# %% inner-slope-of-log: What is inside the logarithm moves too; its slope 4 x**3 is a factor.
def rule_slopes(x):
    x = np.asarray(x, dtype=float)
    s, c, low = np.sin(x), np.cos(x), x**2 + 3
    return np.stack([(3 * x**2 - 2 * x**3) * np.exp(-2 * x), 1 / (1 + x**4),
                     (2 * low - (2 * x - 1) * 2 * x) / low**2, s * c / np.sqrt(1 + s**2)])
# %% quotient-exchanged: The terms of the quotient rule are exchanged, so the sign is wrong.
def rule_slopes(x):
    x = np.asarray(x, dtype=float)
    s, c, low = np.sin(x), np.cos(x), x**2 + 3
    return np.stack([(3 * x**2 - 2 * x**3) * np.exp(-2 * x), 4 * x**3 / (1 + x**4),
                     ((2 * x - 1) * 2 * x - 2 * low) / low**2, s * c / np.sqrt(1 + s**2)])
# %% quotient-not-squared: The lower function of a quotient is squared below.
def rule_slopes(x):
    x = np.asarray(x, dtype=float)
    s, c, low = np.sin(x), np.cos(x), x**2 + 3
    return np.stack([(3 * x**2 - 2 * x**3) * np.exp(-2 * x), 4 * x**3 / (1 + x**4),
                     (2 * low - (2 * x - 1) * 2 * x) / low, s * c / np.sqrt(1 + s**2)])
# %% root-without-half: The slope of a root is one half over the root.
def rule_slopes(x):
    x = np.asarray(x, dtype=float)
    s, c, low = np.sin(x), np.cos(x), x**2 + 3
    return np.stack([(3 * x**2 - 2 * x**3) * np.exp(-2 * x), 4 * x**3 / (1 + x**4),
                     (2 * low - (2 * x - 1) * 2 * x) / low**2, 2 * s * c / np.sqrt(1 + s**2)])
# %% innermost-slope: sin x moves as well; its slope cos x is a factor.
def rule_slopes(x):
    x = np.asarray(x, dtype=float)
    s, low = np.sin(x), x**2 + 3
    return np.stack([(3 * x**2 - 2 * x**3) * np.exp(-2 * x), 4 * x**3 / (1 + x**4),
                     (2 * low - (2 * x - 1) * 2 * x) / low**2, s / np.sqrt(1 + s**2)])
# %% measured: Central quotients have ten digits at best; the task asks for twelve, from the rules.
def rule_slopes(x):
    def four(x):
        return np.array([x**3 * np.exp(-2 * x), np.log(1 + x**4), (2 * x - 1) / (x**2 + 3),
                         np.sqrt(1 + np.sin(x) ** 2)])
    return (four(x + 6e-6) - four(x - 6e-6)) / 1.2e-5
# %% transposed: There is a row for each function, not for each place.
def rule_slopes(x):
    x = np.asarray(x, dtype=float)
    s, c, low = np.sin(x), np.cos(x), x**2 + 3
    return np.stack([(3 * x**2 - 2 * x**3) * np.exp(-2 * x), 4 * x**3 / (1 + x**4),
                     (2 * low - (2 * x - 1) * 2 * x) / low**2, s * c / np.sqrt(1 + s**2)], axis=1)
# %% dtype-of-x: An array made like x cannot hold fractions when x holds whole numbers.
def rule_slopes(x):
    out = np.zeros((4, len(x)), dtype=x.dtype)
    s, c, low = np.sin(x), np.cos(x), x**2 + 3
    out[0] = (3 * x**2 - 2 * x**3) * np.exp(-2.0 * x)
    out[1] = 4 * x**3 / (1 + x**4)
    out[2] = (2 * low - (2 * x - 1) * 2 * x) / low**2
    out[3] = s * c / np.sqrt(1 + s**2)
    return out
# %% in-place: x itself was changed on the way.
def rule_slopes(x):
    kept = np.array(x, dtype=float)
    s, c, low = np.sin(kept), np.cos(kept), kept**2 + 3
    x *= -2
    return np.stack([(3 * kept**2 - 2 * kept**3) * np.exp(x), 4 * kept**3 / (1 + kept**4),
                     (2 * low - (2 * kept - 1) * 2 * kept) / low**2, s * c / np.sqrt(1 + s**2)])
