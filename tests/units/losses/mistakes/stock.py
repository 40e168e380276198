# %% mean: The mean of the demands; it belongs to squared error, and no price enters it.
def stock(demands, short, left):
    q = int(np.mean(demands))
    return q, float(np.mean(np.where(demands > q, short * (demands - q), left * (q - demands))))
# %% median: The median of the demands; it is best for equal prices only.
def stock(demands, short, left):
    q = int(np.median(demands))
    return q, float(np.mean(np.where(demands > q, short * (demands - q), left * (q - demands))))
# %% prices-exchanged: The share of days to be covered is short / (short + left), not left / (short + left).
def stock(demands, short, left):
    ordered = np.sort(demands)
    q = ordered[-(-len(ordered) * left // (short + left)) - 1]
    return int(q), float(np.mean(np.where(ordered > q, short * (ordered - q), left * (q - ordered))))
# %% rounded-down: The number of days was rounded down; a day that is half covered is not covered.
def stock(demands, short, left):
    ordered = np.sort(demands)
    q = ordered[max(len(ordered) * short // (short + left) - 1, 0)]
    return int(q), float(np.mean(np.where(ordered > q, short * (ordered - q), left * (q - ordered))))
# %% off-by-one: One day too many is covered: the k-th smallest has the index k - 1.
def stock(demands, short, left):
    ordered = np.sort(demands)
    q = ordered[min(-(-len(ordered) * short // (short + left)), len(ordered) - 1)]
    return int(q), float(np.mean(np.where(ordered > q, short * (ordered - q), left * (q - ordered))))
# %% unsorted: The demands were not put in order first.
def stock(demands, short, left):
    q = demands[-(-len(demands) * short // (short + left)) - 1]
    return int(q), float(np.mean(np.where(demands > q, short * (demands - q), left * (q - demands))))
# %% largest-tie: Of several stocks that are equally cheap the largest was taken; the smallest is asked for.
def stock(demands, short, left):
    best = None
    for q in sorted(demands.tolist()):
        cost = float(np.mean(np.where(demands > q, short * (demands - q), left * (q - demands))))
        if best is None or cost <= best[1]:
            best = q, cost
    return best
# %% total: The costs were summed over the days; the mean is asked for.
def stock(demands, short, left):
    ordered = np.sort(demands)
    q = ordered[-(-len(ordered) * short // (short + left)) - 1]
    return int(q), float(np.sum(np.where(ordered > q, short * (ordered - q), left * (q - ordered))))
# %% sorted-in-place: The caller's demands were put in order; np.sort makes a sorted copy.
def stock(demands, short, left):
    demands.sort()
    q = demands[-(-len(demands) * short // (short + left)) - 1]
    return int(q), float(np.mean(np.where(demands > q, short * (demands - q), left * (q - demands))))
