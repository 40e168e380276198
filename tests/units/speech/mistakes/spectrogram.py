# %% tail-dropped: The samples at the end, which do not fill a frame, were dropped.
def spectrogram(x, size, hop):
    batch, n = x.shape
    frames = 1 + max(n - size, 0) // hop
    padded = np.zeros((batch, (frames - 1) * hop + size))
    padded[:, : min(n, padded.shape[1])] = x[:, : padded.shape[1]]
    window = np.sin(np.pi * np.arange(size) / size) ** 2
    at = hop * np.arange(frames)[:, None] + np.arange(size)
    amplitudes = np.abs(np.fft.rfft(window * padded[:, at])) / window.sum()
    amplitudes[:, :, 1 : (size + 1) // 2] *= 2
    return amplitudes

# %% frame-too-many: A frame more than needed was made.
def spectrogram(x, size, hop):
    batch, n = x.shape
    frames = 1 + max(n - size, 0) // hop + 1
    padded = np.zeros((batch, (frames - 1) * hop + size))
    padded[:, :n] = x
    window = np.sin(np.pi * np.arange(size) / size) ** 2
    at = hop * np.arange(frames)[:, None] + np.arange(size)
    amplitudes = np.abs(np.fft.rfft(window * padded[:, at])) / window.sum()
    amplitudes[:, :, 1 : (size + 1) // 2] *= 2
    return amplitudes

# %% not-doubled: A bin sees half of a cosine: the middle bins were not doubled.
def spectrogram(x, size, hop):
    batch, n = x.shape
    frames = 1 + int(np.ceil(max(n - size, 0) / hop))
    padded = np.zeros((batch, (frames - 1) * hop + size))
    padded[:, :n] = x
    window = np.sin(np.pi * np.arange(size) / size) ** 2
    at = hop * np.arange(frames)[:, None] + np.arange(size)
    amplitudes = np.abs(np.fft.rfft(window * padded[:, at])) / window.sum()
    return amplitudes

# %% all-doubled: Bin 0 and the last bin were doubled, which have no other half.
def spectrogram(x, size, hop):
    batch, n = x.shape
    frames = 1 + int(np.ceil(max(n - size, 0) / hop))
    padded = np.zeros((batch, (frames - 1) * hop + size))
    padded[:, :n] = x
    window = np.sin(np.pi * np.arange(size) / size) ** 2
    at = hop * np.arange(frames)[:, None] + np.arange(size)
    amplitudes = np.abs(np.fft.rfft(window * padded[:, at])) / window.sum()
    amplitudes[:, :, :] *= 2
    return amplitudes

# %% last-doubled: For an even size the last bin was doubled.
def spectrogram(x, size, hop):
    batch, n = x.shape
    frames = 1 + int(np.ceil(max(n - size, 0) / hop))
    padded = np.zeros((batch, (frames - 1) * hop + size))
    padded[:, :n] = x
    window = np.sin(np.pi * np.arange(size) / size) ** 2
    at = hop * np.arange(frames)[:, None] + np.arange(size)
    amplitudes = np.abs(np.fft.rfft(window * padded[:, at])) / window.sum()
    amplitudes[:, :, 1:] *= 2
    return amplitudes

# %% odd-last: For an odd size the last bin was not doubled; only an even size has an alternating wave.
def spectrogram(x, size, hop):
    batch, n = x.shape
    frames = 1 + int(np.ceil(max(n - size, 0) / hop))
    padded = np.zeros((batch, (frames - 1) * hop + size))
    padded[:, :n] = x
    window = np.sin(np.pi * np.arange(size) / size) ** 2
    at = hop * np.arange(frames)[:, None] + np.arange(size)
    amplitudes = np.abs(np.fft.rfft(window * padded[:, at])) / window.sum()
    amplitudes[:, :, 1:-1] *= 2
    return amplitudes

# %% divided-by-size: The divisor was the size of the frame and not the sum of the window.
def spectrogram(x, size, hop):
    batch, n = x.shape
    frames = 1 + int(np.ceil(max(n - size, 0) / hop))
    padded = np.zeros((batch, (frames - 1) * hop + size))
    padded[:, :n] = x
    window = np.sin(np.pi * np.arange(size) / size) ** 2
    at = hop * np.arange(frames)[:, None] + np.arange(size)
    amplitudes = np.abs(np.fft.rfft(window * padded[:, at])) / size
    amplitudes[:, :, 1 : (size + 1) // 2] *= 2
    return amplitudes

# %% not-divided: The values were not divided by the sum of the window.
def spectrogram(x, size, hop):
    batch, n = x.shape
    frames = 1 + int(np.ceil(max(n - size, 0) / hop))
    padded = np.zeros((batch, (frames - 1) * hop + size))
    padded[:, :n] = x
    window = np.sin(np.pi * np.arange(size) / size) ** 2
    at = hop * np.arange(frames)[:, None] + np.arange(size)
    amplitudes = np.abs(np.fft.rfft(window * padded[:, at]))
    amplitudes[:, :, 1 : (size + 1) // 2] *= 2
    return amplitudes

# %% no-window: The frames were not windowed.
def spectrogram(x, size, hop):
    batch, n = x.shape
    frames = 1 + int(np.ceil(max(n - size, 0) / hop))
    padded = np.zeros((batch, (frames - 1) * hop + size))
    padded[:, :n] = x
    window = np.sin(np.pi * np.arange(size) / size) ** 2
    at = hop * np.arange(frames)[:, None] + np.arange(size)
    amplitudes = np.abs(np.fft.rfft(padded[:, at])) / window.sum()
    amplitudes[:, :, 1 : (size + 1) // 2] *= 2
    return amplitudes

# %% symmetric-window: The window ends with 0 as well; w_k has N in its divisor, not N - 1.
def spectrogram(x, size, hop):
    batch, n = x.shape
    frames = 1 + int(np.ceil(max(n - size, 0) / hop))
    padded = np.zeros((batch, (frames - 1) * hop + size))
    padded[:, :n] = x
    window = np.sin(np.pi * np.arange(size) / (size - 1)) ** 2
    at = hop * np.arange(frames)[:, None] + np.arange(size)
    amplitudes = np.abs(np.fft.rfft(window * padded[:, at])) / window.sum()
    amplitudes[:, :, 1 : (size + 1) // 2] *= 2
    return amplitudes

# %% power: Squares were returned; amplitudes are asked for.
def spectrogram(x, size, hop):
    batch, n = x.shape
    frames = 1 + int(np.ceil(max(n - size, 0) / hop))
    padded = np.zeros((batch, (frames - 1) * hop + size))
    padded[:, :n] = x
    window = np.sin(np.pi * np.arange(size) / size) ** 2
    at = hop * np.arange(frames)[:, None] + np.arange(size)
    amplitudes = np.abs(np.fft.rfft(window * padded[:, at])) / window.sum()
    amplitudes[:, :, 1 : (size + 1) // 2] *= 2
    return amplitudes**2

# %% next-sound: The end of a sound was filled up with the beginning of the next one of the batch, not with zeros.
def spectrogram(x, size, hop):
    batch, n = x.shape
    frames = 1 + int(np.ceil(max(n - size, 0) / hop))
    length = (frames - 1) * hop + size
    flat = np.append(x.ravel(), np.zeros(length))
    padded = np.stack([flat[b * n : b * n + length] for b in range(batch)])
    window = np.sin(np.pi * np.arange(size) / size) ** 2
    at = hop * np.arange(frames)[:, None] + np.arange(size)
    amplitudes = np.abs(np.fft.rfft(window * padded[:, at])) / window.sum()
    amplitudes[:, :, 1 : (size + 1) // 2] *= 2
    return amplitudes
