# %% own-mean: The pictures were prepared with their own mean and deviation; the base needs those that it was trained with.
def head_from_means(features, pictures, labels, classes, mean, std):
    found = np.asarray(features((pictures / 255 - (pictures / 255).mean()) / (pictures / 255).std()))
    means = np.array([found[labels == c].mean(axis=0) for c in range(classes)])
    return means.T, -np.sum(means**2, axis=1) / 2

# %% not-divided: The grey levels were not divided by 255 before the base's mean was subtracted.
def head_from_means(features, pictures, labels, classes, mean, std):
    found = np.asarray(features((pictures - mean) / std))
    means = np.array([found[labels == c].mean(axis=0) for c in range(classes)])
    return means.T, -np.sum(means**2, axis=1) / 2

# %% only-divided: The grey levels were divided by 255 and no more; the base's mean and deviation belong to its preprocessing.
def head_from_means(features, pictures, labels, classes, mean, std):
    found = np.asarray(features(pictures / 255))
    means = np.array([found[labels == c].mean(axis=0) for c in range(classes)])
    return means.T, -np.sum(means**2, axis=1) / 2

# %% summed: The features of a class were added up; its mean is asked for.
def head_from_means(features, pictures, labels, classes, mean, std):
    found = np.asarray(features((pictures / 255 - mean) / std))
    means = np.array([found[labels == c].sum(axis=0) for c in range(classes)])
    return means.T, -np.sum(means**2, axis=1) / 2

# %% no-half: The bias is minus half the squared length of a mean; the half is missing.
def head_from_means(features, pictures, labels, classes, mean, std):
    found = np.asarray(features((pictures / 255 - mean) / std))
    means = np.array([found[labels == c].mean(axis=0) for c in range(classes)])
    return means.T, -np.sum(means**2, axis=1)

# %% no-bias: Without a bias the class with the longest mean has an advantage.
def head_from_means(features, pictures, labels, classes, mean, std):
    found = np.asarray(features((pictures / 255 - mean) / std))
    means = np.array([found[labels == c].mean(axis=0) for c in range(classes)])
    return means.T, np.zeros(classes)

# %% transposed: W is transposed: its columns, not its rows, belong to classes.
def head_from_means(features, pictures, labels, classes, mean, std):
    found = np.asarray(features((pictures / 255 - mean) / std))
    means = np.array([found[labels == c].mean(axis=0) for c in range(classes)])
    return means, -np.sum(means**2, axis=1) / 2

# %% mean-picture: The features of the mean picture were taken; the mean of the features is asked for.
def head_from_means(features, pictures, labels, classes, mean, std):
    means = np.array([features((pictures[labels == c].mean(axis=0, keepdims=True) / 255 - mean) / std)[0] for c in range(classes)])
    return means.T, -np.sum(means**2, axis=1) / 2
