# %% equal: The two means were averaged; the parts have unequal weight.
def merged(peak1, total1, mean1, peak2, total2, mean2):
    peak = np.maximum(peak1, peak2)
    base = np.where(peak == -np.inf, 0.0, peak)
    total = total1 * np.exp(peak1 - base) + total2 * np.exp(peak2 - base)
    return peak, total, (mean1 + mean2) / 2

# %% totals-as-they-are: The totals were taken as they are; they are measured from two different peaks.
def merged(peak1, total1, mean1, peak2, total2, mean2):
    total = total1 + total2
    mixed = total1[:, None] * mean1 + total2[:, None] * mean2
    return np.maximum(peak1, peak2), total, mixed / np.where(total == 0, 1.0, total)[:, None]

# %% overflow: The exponentials of the peaks overflow; measure both parts from the common peak.
def merged(peak1, total1, mean1, peak2, total2, mean2):
    peak = np.maximum(peak1, peak2)
    share1, share2 = total1 * np.exp(peak1), total2 * np.exp(peak2)
    total = share1 + share2
    mixed = share1[:, None] * mean1 + share2[:, None] * mean2
    below = np.where(peak == -np.inf, 1.0, np.exp(peak))
    return peak, total / below, mixed / np.where(total == 0, 1.0, total)[:, None]

# %% turned-round: The factor was turned round: the part with the lower peak gets smaller.
def merged(peak1, total1, mean1, peak2, total2, mean2):
    peak = np.maximum(peak1, peak2)
    base = np.where(peak == -np.inf, 0.0, peak)
    share1, share2 = total1 * np.exp(base - peak1), total2 * np.exp(base - peak2)
    total = share1 + share2
    mixed = share1[:, None] * mean1 + share2[:, None] * mean2
    return peak, total, mixed / np.where(total == 0, 1.0, total)[:, None]

# %% smaller-peak: Both were measured from the smaller of the two peaks.
def merged(peak1, total1, mean1, peak2, total2, mean2):
    peak = np.minimum(peak1, peak2)
    base = np.where(peak == -np.inf, 0.0, peak)
    share1, share2 = total1 * np.exp(peak1 - base), total2 * np.exp(peak2 - base)
    total = share1 + share2
    mixed = share1[:, None] * mean1 + share2[:, None] * mean2
    return peak, total, mixed / np.where(total == 0, 1.0, total)[:, None]

# %% empty-nan: Two empty parts give nan: minus infinity less minus infinity.
def merged(peak1, total1, mean1, peak2, total2, mean2):
    peak = np.maximum(peak1, peak2)
    share1, share2 = total1 * np.exp(peak1 - peak), total2 * np.exp(peak2 - peak)
    total = share1 + share2
    return peak, total, (share1[:, None] * mean1 + share2[:, None] * mean2) / total[:, None]

# %% not-divided: The sum of the weighted values was not divided by the total.
def merged(peak1, total1, mean1, peak2, total2, mean2):
    peak = np.maximum(peak1, peak2)
    base = np.where(peak == -np.inf, 0.0, peak)
    share1, share2 = total1 * np.exp(peak1 - base), total2 * np.exp(peak2 - base)
    return peak, share1 + share2, share1[:, None] * mean1 + share2[:, None] * mean2

# %% total-from-zero: The total returned is that of the exponentials of the scores; it is measured from the peak.
def merged(peak1, total1, mean1, peak2, total2, mean2):
    peak = np.maximum(peak1, peak2)
    base = np.where(peak == -np.inf, 0.0, peak)
    share1, share2 = total1 * np.exp(peak1 - base), total2 * np.exp(peak2 - base)
    total = share1 + share2
    mixed = share1[:, None] * mean1 + share2[:, None] * mean2
    return peak, total * np.exp(base), mixed / np.where(total == 0, 1.0, total)[:, None]
