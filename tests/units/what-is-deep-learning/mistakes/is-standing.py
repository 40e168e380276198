# %% axes: the axes are swapped: the mean over axis 1 leaves one number for each column
def is_standing(pictures):
    return (np.mean(pictures, axis=2).std(axis=1) > np.mean(pictures, axis=1).std(axis=1)).astype(int)
# %% bright-only: the largest sum finds bright strokes only; a dark one makes a dip
def is_standing(pictures):
    return (pictures.mean(axis=1).max(axis=1) > pictures.mean(axis=2).max(axis=1)).astype(int)
# %% dark-only: the smallest sum finds dark strokes only; a bright one makes a peak
def is_standing(pictures):
    return (pictures.mean(axis=1).min(axis=1) < pictures.mean(axis=2).min(axis=1)).astype(int)
# %% threshold: pixels above a fixed brightness were counted, but brightness and contrast vary
def is_standing(pictures):
    ink = pictures > 0.5
    return (ink.sum(axis=1).max(axis=1) > ink.sum(axis=2).max(axis=1)).astype(int)
# %% middle: only the middle row was looked at, though the stroke may be anywhere
def is_standing(pictures):
    height, width = pictures.shape[1:]
    return (pictures[:, height // 2].std(axis=1) > pictures[:, :, width // 2].std(axis=1)).astype(int)
# %% brightest-pixel: the neighbours of the brightest pixel alone decide; noise and dark strokes upset that
def is_standing(pictures):
    answers = []
    for picture in pictures:
        i, j = np.unravel_index(picture.argmax(), picture.shape)
        answers.append(int(picture[:, j].mean() > picture[i].mean()))
    return np.array(answers)
# %% whole-batch: the whole batch was summed together, so that all pictures get one answer
def is_standing(pictures):
    columns, rows = pictures.mean(axis=(0, 1)).std(), pictures.mean(axis=(0, 2)).std()
    return np.full(len(pictures), int(columns > rows))
