# %% replaced: What arrives by several arrows adds up; here the last one replaced the others.
def graph_slopes(n, arrows):
    slopes = np.zeros(n)
    slopes[n - 1] = 1.0
    for i, j, slope in sorted(arrows, key=lambda arrow: arrow[1], reverse=True):
        slopes[i] = slopes[j] * slope
    return slopes
# %% order-of-the-list: A node was passed on before all that uses it had reported.
def graph_slopes(n, arrows):
    slopes = np.zeros(n)
    slopes[n - 1] = 1.0
    for i, j, slope in arrows:
        slopes[i] += slopes[j] * slope
    return slopes
# %% list-backwards: The list comes in any order; its end is not the end of the graph.
def graph_slopes(n, arrows):
    slopes = np.zeros(n)
    slopes[n - 1] = 1.0
    for i, j, slope in reversed(arrows):
        slopes[i] += slopes[j] * slope
    return slopes
# %% from-the-front: These are the derivatives of all nodes with respect to the first.
def graph_slopes(n, arrows):
    slopes = np.zeros(n)
    slopes[0] = 1.0
    for i, j, slope in sorted(arrows, key=lambda arrow: arrow[0]):
        slopes[j] += slopes[i] * slope
    return slopes
# %% no-start: The derivative of the last node with respect to itself is 1.
def graph_slopes(n, arrows):
    slopes = np.zeros(n)
    for i, j, slope in sorted(arrows, key=lambda arrow: arrow[1], reverse=True):
        slopes[i] += slopes[j] * slope
    return slopes
# %% added-along-a-path: Along a path slopes multiply.
def graph_slopes(n, arrows):
    reached, slopes = {n - 1}, np.zeros(n)
    for i, j, slope in sorted(arrows, key=lambda arrow: arrow[1], reverse=True):
        if j in reached:
            reached.add(i)
            slopes[i] += slopes[j] + slope
    slopes[n - 1] = 1.0
    return slopes
# %% one-arrow-a-pair: A node may use another one twice; both arrows count.
def graph_slopes(n, arrows):
    slopes = np.zeros(n)
    slopes[n - 1] = 1.0
    single = {(i, j): slope for i, j, slope in arrows}
    for (i, j), slope in sorted(single.items(), key=lambda item: item[0][1], reverse=True):
        slopes[i] += slopes[j] * slope
    return slopes
# %% sorted-from-the-front: From the front a node is passed on before it is complete: begin at the end.
def graph_slopes(n, arrows):
    slopes = np.zeros(n)
    slopes[n - 1] = 1.0
    for i, j, slope in sorted(arrows):
        slopes[i] += slopes[j] * slope
    return slopes
# %% list-sorted: The list that was passed in was sorted in place.
def graph_slopes(n, arrows):
    slopes = np.zeros(n)
    slopes[n - 1] = 1.0
    arrows.sort(key=lambda arrow: -arrow[1])
    for i, j, slope in arrows:
        slopes[i] += slopes[j] * slope
    return slopes
# %% whole-numbers: An array of whole numbers cannot hold a half.
def graph_slopes(n, arrows):
    slopes = np.zeros(n, dtype=int)
    slopes[n - 1] = 1
    for i, j, slope in sorted(arrows, key=lambda arrow: arrow[1], reverse=True):
        slopes[i] += int(slopes[j] * slope)
    return slopes
# %% longest-path-only: All ways from a node to the end add up; here only the last node's arrows were walked.
def graph_slopes(n, arrows):
    slopes = np.zeros(n)
    slopes[n - 1] = 1.0
    for i, j, slope in arrows:
        if j == n - 1:
            slopes[i] += slope
    return slopes
# %% every-path: There can be astronomically many paths; add up where they meet.
def graph_slopes(n, arrows):
    def slope_of(i):
        return 1.0 if i == n - 1 else sum(s * slope_of(k) for j, k, s in arrows if j == i)

    return np.array([float(slope_of(i)) for i in range(n)])
