# %% sample-share: The share of ones in the sample was used instead of the base rate.
def cheapest(scores, labels, miss, alarm, base_rate):
    thresholds = np.append(np.unique(scores), np.inf)
    alarms = scores >= thresholds[:, None]
    missed = 1 - alarms[:, labels == 1].mean(axis=1)
    alarmed = alarms[:, labels == 0].mean(axis=1)
    base_rate = labels.mean()
    costs = base_rate * missed * miss + (1 - base_rate) * alarmed * alarm
    best = np.argmin(costs)
    return thresholds[best], costs[best]
# %% costs-exchanged: The cost of a miss and that of a false alarm are exchanged.
def cheapest(scores, labels, miss, alarm, base_rate):
    thresholds = np.append(np.unique(scores), np.inf)
    alarms = scores >= thresholds[:, None]
    missed = 1 - alarms[:, labels == 1].mean(axis=1)
    alarmed = alarms[:, labels == 0].mean(axis=1)
    costs = base_rate * missed * alarm + (1 - base_rate) * alarmed * miss
    best = np.argmin(costs)
    return thresholds[best], costs[best]
# %% above-only: An alarm was given only above the threshold; it is given at the threshold too.
def cheapest(scores, labels, miss, alarm, base_rate):
    thresholds = np.append(np.unique(scores), np.inf)
    alarms = scores > thresholds[:, None]
    missed = 1 - alarms[:, labels == 1].mean(axis=1)
    alarmed = alarms[:, labels == 0].mean(axis=1)
    costs = base_rate * missed * miss + (1 - base_rate) * alarmed * alarm
    best = np.argmin(costs)
    return thresholds[best], costs[best]
# %% never-not-tried: To give no alarm at all was not tried.
def cheapest(scores, labels, miss, alarm, base_rate):
    thresholds = np.unique(scores)
    alarms = scores >= thresholds[:, None]
    missed = 1 - alarms[:, labels == 1].mean(axis=1)
    alarmed = alarms[:, labels == 0].mean(axis=1)
    costs = base_rate * missed * miss + (1 - base_rate) * alarmed * alarm
    best = np.argmin(costs)
    return thresholds[best], costs[best]
# %% always-not-tried: To give an alarm always was not tried.
def cheapest(scores, labels, miss, alarm, base_rate):
    thresholds = np.append(np.unique(scores)[1:], np.inf)
    alarms = scores >= thresholds[:, None]
    missed = 1 - alarms[:, labels == 1].mean(axis=1)
    alarmed = alarms[:, labels == 0].mean(axis=1)
    costs = base_rate * missed * miss + (1 - base_rate) * alarmed * alarm
    best = np.argmin(costs)
    return thresholds[best], costs[best]
# %% most-accurate: The most accurate threshold was chosen, without regard to costs.
def cheapest(scores, labels, miss, alarm, base_rate):
    thresholds = np.append(np.unique(scores), np.inf)
    alarms = scores >= thresholds[:, None]
    missed = 1 - alarms[:, labels == 1].mean(axis=1)
    alarmed = alarms[:, labels == 0].mean(axis=1)
    costs = base_rate * missed * miss + (1 - base_rate) * alarmed * alarm
    best = np.argmin(base_rate * missed + (1 - base_rate) * alarmed)
    return thresholds[best], costs[best]
# %% whole-sample: The cost of the whole sample was returned instead of the cost per case.
def cheapest(scores, labels, miss, alarm, base_rate):
    thresholds = np.append(np.unique(scores), np.inf)
    alarms = scores >= thresholds[:, None]
    missed = 1 - alarms[:, labels == 1].mean(axis=1)
    alarmed = alarms[:, labels == 0].mean(axis=1)
    costs = base_rate * missed * miss + (1 - base_rate) * alarmed * alarm
    best = np.argmin(costs)
    return thresholds[best], costs[best] * len(scores)
# %% shares-of-all: Misses and false alarms were divided by all cases instead of by the ones and by the zeros.
def cheapest(scores, labels, miss, alarm, base_rate):
    thresholds = np.append(np.unique(scores), np.inf)
    alarms = scores >= thresholds[:, None]
    missed = (~alarms[:, labels == 1]).sum(axis=1) / len(labels)
    alarmed = alarms[:, labels == 0].sum(axis=1) / len(labels)
    costs = base_rate * missed * miss + (1 - base_rate) * alarmed * alarm
    best = np.argmin(costs)
    return thresholds[best], costs[best]
# %% bayes-threshold: The threshold for calibrated probabilities was returned; these scores need not be any.
def cheapest(scores, labels, miss, alarm, base_rate):
    thresholds = np.append(np.unique(scores), np.inf)
    alarms = scores >= thresholds[:, None]
    missed = 1 - alarms[:, labels == 1].mean(axis=1)
    alarmed = alarms[:, labels == 0].mean(axis=1)
    costs = base_rate * missed * miss + (1 - base_rate) * alarmed * alarm
    t = alarm / (alarm + miss)
    best = np.searchsorted(thresholds, t)
    return thresholds[best], costs[best]
# %% youden: The threshold was chosen where hits minus false alarms is largest, without costs and base rate.
def cheapest(scores, labels, miss, alarm, base_rate):
    thresholds = np.append(np.unique(scores), np.inf)
    alarms = scores >= thresholds[:, None]
    missed = 1 - alarms[:, labels == 1].mean(axis=1)
    alarmed = alarms[:, labels == 0].mean(axis=1)
    costs = base_rate * missed * miss + (1 - base_rate) * alarmed * alarm
    best = np.argmin(missed + alarmed)
    return thresholds[best], costs[best]
# %% base-rate-turned: The base rate was put on the zeros and its rest on the ones.
def cheapest(scores, labels, miss, alarm, base_rate):
    thresholds = np.append(np.unique(scores), np.inf)
    alarms = scores >= thresholds[:, None]
    missed = 1 - alarms[:, labels == 1].mean(axis=1)
    alarmed = alarms[:, labels == 0].mean(axis=1)
    costs = (1 - base_rate) * missed * miss + base_rate * alarmed * alarm
    best = np.argmin(costs)
    return thresholds[best], costs[best]
# %% dearest: The dearest threshold was chosen.
def cheapest(scores, labels, miss, alarm, base_rate):
    thresholds = np.append(np.unique(scores), np.inf)
    alarms = scores >= thresholds[:, None]
    missed = 1 - alarms[:, labels == 1].mean(axis=1)
    alarmed = alarms[:, labels == 0].mean(axis=1)
    costs = base_rate * missed * miss + (1 - base_rate) * alarmed * alarm
    best = np.argmax(costs)
    return thresholds[best], costs[best]
# %% hits-paid: What is found was charged instead of what is missed.
def cheapest(scores, labels, miss, alarm, base_rate):
    thresholds = np.append(np.unique(scores), np.inf)
    alarms = scores >= thresholds[:, None]
    missed = alarms[:, labels == 1].mean(axis=1)
    alarmed = alarms[:, labels == 0].mean(axis=1)
    costs = base_rate * missed * miss + (1 - base_rate) * alarmed * alarm
    best = np.argmin(costs)
    return thresholds[best], costs[best]
# %% place-returned: The place of the threshold was returned instead of the threshold.
def cheapest(scores, labels, miss, alarm, base_rate):
    thresholds = np.append(np.unique(scores), np.inf)
    alarms = scores >= thresholds[:, None]
    missed = 1 - alarms[:, labels == 1].mean(axis=1)
    alarmed = alarms[:, labels == 0].mean(axis=1)
    costs = base_rate * missed * miss + (1 - base_rate) * alarmed * alarm
    best = np.argmin(costs)
    return float(best), costs[best]
# %% free-misses: Only false alarms were charged.
def cheapest(scores, labels, miss, alarm, base_rate):
    thresholds = np.append(np.unique(scores), np.inf)
    alarms = scores >= thresholds[:, None]
    missed = 1 - alarms[:, labels == 1].mean(axis=1)
    alarmed = alarms[:, labels == 0].mean(axis=1)
    costs = (1 - base_rate) * alarmed * alarm
    best = np.argmin(costs)
    return thresholds[best], costs[best]
# %% probabilities-only: Thresholds from 0 to 1 were tried; scores need not lie there.
def cheapest(scores, labels, miss, alarm, base_rate):
    thresholds = np.append(np.linspace(0, 1, 1001), np.inf)
    alarms = scores >= thresholds[:, None]
    missed = 1 - alarms[:, labels == 1].mean(axis=1)
    alarmed = alarms[:, labels == 0].mean(axis=1)
    costs = base_rate * missed * miss + (1 - base_rate) * alarmed * alarm
    best = np.argmin(costs)
    return thresholds[best], costs[best]
