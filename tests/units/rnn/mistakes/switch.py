# %% fades: The memory fades: with U of 1 or less the only state at rest is in the middle.
def switch():
    return np.array([[5.0], [-10.0]]), np.array([[0.9]]), np.array([0.0])

# %% weak-pulse: The pulse is too weak to beat the memory.
def switch():
    return np.array([[1.0], [-2.0]]), np.array([[3.0]]), np.array([0.0])

# %% on-wins: When both pulses come, on wins; off should.
def switch():
    return np.array([[10.0], [-5.0]]), np.array([[3.0]]), np.array([0.0])

# %% tie: When both pulses come they cancel, and nothing changes; off should win.
def switch():
    return np.array([[6.0], [-6.0]]), np.array([[3.0]]), np.array([0.0])

# %% exchanged: The two inputs are exchanged.
def switch():
    return np.array([[-10.0], [5.0]]), np.array([[3.0]]), np.array([0.0])

# %% drifts: The bias pushes the switch to one side when nothing comes.
def switch():
    return np.array([[5.0], [-10.0]]), np.array([[3.0]]), np.array([2.5])

# %% noise: The weights of the inputs are so large that the noise flips the switch.
def switch():
    return np.array([[50.0], [-100.0]]), np.array([[3.0]]), np.array([0.0])

# %% luck: The noise is survived on most steps only; at worst, three times in a row, it undoes a pulse.
def switch():
    return np.array([[5.0], [-20.0]]), np.array([[3.0]]), np.array([0.0])
