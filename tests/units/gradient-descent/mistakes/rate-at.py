# %% from-zero: The climb begins at 0, so that the first update is wasted.
def rate_at(k, peak, warm, total, lowest):
    s = np.clip((k - warm) / (total - warm), 0, 1)
    fall = lowest + (peak - lowest) * (1 + np.cos(np.pi * s)) / 2
    return np.where(k < warm, peak * k / max(warm, 1), fall)
# %% from-update-zero: The fall was measured from update 0.
def rate_at(k, peak, warm, total, lowest):
    s = np.clip(k / total, 0, 1)
    fall = lowest + (peak - lowest) * (1 + np.cos(np.pi * s)) / 2
    return np.where(k < warm, peak * (k + 1) / max(warm, 1), fall)
# %% rises-again: The rate rises again after total.
def rate_at(k, peak, warm, total, lowest):
    s = (k - warm) / (total - warm)
    fall = lowest + (peak - lowest) * (1 + np.cos(np.pi * s)) / 2
    return np.where(k < warm, peak * (k + 1) / max(warm, 1), fall)
# %% to-zero: The fall ends at zero instead of lowest.
def rate_at(k, peak, warm, total, lowest):
    s = np.clip((k - warm) / (total - warm), 0, 1)
    return np.where(k < warm, peak * (k + 1) / max(warm, 1), peak * (1 + np.cos(np.pi * s)) / 2)
# %% cut-off: The fall to zero was cut off at lowest.
def rate_at(k, peak, warm, total, lowest):
    s = np.clip((k - warm) / (total - warm), 0, 1)
    fall = np.maximum(peak * (1 + np.cos(np.pi * s)) / 2, lowest)
    return np.where(k < warm, peak * (k + 1) / max(warm, 1), fall)
# %% lowest-added: Lowest was added to the whole fall.
def rate_at(k, peak, warm, total, lowest):
    s = np.clip((k - warm) / (total - warm), 0, 1)
    fall = lowest + peak * (1 + np.cos(np.pi * s)) / 2
    return np.where(k < warm, peak * (k + 1) / max(warm, 1), fall)
# %% straight: The fall is a straight line instead of a cosine.
def rate_at(k, peak, warm, total, lowest):
    s = np.clip((k - warm) / (total - warm), 0, 1)
    return np.where(k < warm, peak * (k + 1) / max(warm, 1), peak + (lowest - peak) * s)
# %% whole-wave: A whole cosine wave instead of half of one.
def rate_at(k, peak, warm, total, lowest):
    s = np.clip((k - warm) / (total - warm), 0, 1)
    fall = lowest + (peak - lowest) * (1 + np.cos(2 * np.pi * s)) / 2
    return np.where(k < warm, peak * (k + 1) / max(warm, 1), fall)
# %% upside-down: The cosine rises from lowest to peak.
def rate_at(k, peak, warm, total, lowest):
    s = np.clip((k - warm) / (total - warm), 0, 1)
    fall = lowest + (peak - lowest) * (1 - np.cos(np.pi * s)) / 2
    return np.where(k < warm, peak * (k + 1) / max(warm, 1), fall)
# %% warm-plus-one: The climb was divided by warm + 1.
def rate_at(k, peak, warm, total, lowest):
    s = np.clip((k - warm) / (total - warm), 0, 1)
    fall = lowest + (peak - lowest) * (1 + np.cos(np.pi * s)) / 2
    return np.where(k < warm, peak * (k + 1) / (warm + 1), fall)
# %% from-lowest: The climb begins at lowest.
def rate_at(k, peak, warm, total, lowest):
    s = np.clip((k - warm) / (total - warm), 0, 1)
    fall = lowest + (peak - lowest) * (1 + np.cos(np.pi * s)) / 2
    return np.where(k < warm, lowest + (peak - lowest) * (k + 1) / max(warm, 1), fall)
# %% division-by-zero: Without a climb the rate was divided by zero.
def rate_at(k, peak, warm, total, lowest):
    s = np.clip((k - warm) / (total - warm), 0, 1)
    fall = lowest + (peak - lowest) * (1 + np.cos(np.pi * s)) / 2
    with np.errstate(all="ignore"):
        climb = peak * (k + 1) / np.float64(warm)
        return np.minimum(climb, fall) if warm else fall * np.where(k, 1, np.nan)
# %% flattened: The shape of the update numbers was lost.
def rate_at(k, peak, warm, total, lowest):
    k = np.ravel(k)
    s = np.clip((k - warm) / (total - warm), 0, 1)
    fall = lowest + (peak - lowest) * (1 + np.cos(np.pi * s)) / 2
    return np.where(k < warm, peak * (k + 1) / max(warm, 1), fall)
# %% in-place: The update numbers were cut off in the caller's array.
def rate_at(k, peak, warm, total, lowest):
    np.minimum(k, total, out=k)
    s = np.clip((k - warm) / (total - warm), 0, 1)
    fall = lowest + (peak - lowest) * (1 + np.cos(np.pi * s)) / 2
    return np.where(k < warm, peak * (k + 1) / max(warm, 1), fall)
# %% rounded: The rates were rounded to four decimals.
def rate_at(k, peak, warm, total, lowest):
    s = np.clip((k - warm) / (total - warm), 0, 1)
    fall = lowest + (peak - lowest) * (1 + np.cos(np.pi * s)) / 2
    return np.round(np.where(k < warm, peak * (k + 1) / max(warm, 1), fall), 4)
# %% rank-one: Only arrays with one axis are answered in their shape.
def rate_at(k, peak, warm, total, lowest):
    s = np.clip((k - warm) / (total - warm), 0, 1)
    fall = lowest + (peak - lowest) * (1 + np.cos(np.pi * s)) / 2
    rates = np.where(k < warm, peak * (k + 1) / max(warm, 1), fall)
    return rates if rates.ndim < 3 else rates.reshape(len(rates), -1)
