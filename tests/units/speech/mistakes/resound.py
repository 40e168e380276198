# %% sum-of-windows: The divisor was the sum of the windows; least squares divides by the sum of their squares.
def resound(M, size, hop, phase, rounds):
    window = np.sin(np.pi * np.arange(size) / size) ** 2
    n = (len(M) - 1) * hop + size

    def sound(S):
        x, weight = np.zeros(n), np.zeros(n)
        for t, frame in enumerate(np.fft.irfft(S, size)):
            x[t * hop : t * hop + size] += window * frame
            weight[t * hop : t * hop + size] += window
        return np.divide(x, weight, out=np.zeros(n), where=weight > 0)

    def spectrum(x):
        return np.array([np.fft.rfft(window * x[t * hop : t * hop + size]) for t in range(len(M))])

    x = sound(M * np.exp(1j * phase))
    for _ in range(rounds):
        x = sound(M * np.exp(1j * np.angle(spectrum(x))))
    return x

# %% swapped: The magnitudes were taken from the sound and the phases from the beginning, the wrong way round.
def resound(M, size, hop, phase, rounds):
    window = np.sin(np.pi * np.arange(size) / size) ** 2
    n = (len(M) - 1) * hop + size

    def sound(S):
        x, weight = np.zeros(n), np.zeros(n)
        for t, frame in enumerate(np.fft.irfft(S, size)):
            x[t * hop : t * hop + size] += window * frame
            weight[t * hop : t * hop + size] += window**2
        return np.divide(x, weight, out=np.zeros(n), where=weight > 0)

    def spectrum(x):
        return np.array([np.fft.rfft(window * x[t * hop : t * hop + size]) for t in range(len(M))])

    x = sound(M * np.exp(1j * phase))
    for _ in range(rounds):
        x = sound(np.abs(spectrum(x)) * np.exp(1j * phase))
    return x

# %% nothing-kept: A round must put the wanted magnitudes to the phases; with its own magnitudes a sound stays as it is.
def resound(M, size, hop, phase, rounds):
    window = np.sin(np.pi * np.arange(size) / size) ** 2
    n = (len(M) - 1) * hop + size

    def sound(S):
        x, weight = np.zeros(n), np.zeros(n)
        for t, frame in enumerate(np.fft.irfft(S, size)):
            x[t * hop : t * hop + size] += window * frame
            weight[t * hop : t * hop + size] += window**2
        return np.divide(x, weight, out=np.zeros(n), where=weight > 0)

    def spectrum(x):
        return np.array([np.fft.rfft(window * x[t * hop : t * hop + size]) for t in range(len(M))])

    x = sound(M * np.exp(1j * phase))
    for _ in range(rounds):
        x = sound(spectrum(x))
    return x

# %% odd-size: irfft was not told the size, so that frames of odd size lose a sample.
def resound(M, size, hop, phase, rounds):
    window = np.sin(np.pi * np.arange(size) / size) ** 2
    n = (len(M) - 1) * hop + size

    def sound(S):
        x, weight = np.zeros(n), np.zeros(n)
        for t, frame in enumerate(np.fft.irfft(S)):
            x[t * hop : t * hop + len(frame)] += window[: len(frame)] * frame
            weight[t * hop : t * hop + size] += window**2
        return np.divide(x, weight, out=np.zeros(n), where=weight > 0)

    def spectrum(x):
        return np.array([np.fft.rfft(window * x[t * hop : t * hop + size]) for t in range(len(M))])

    x = sound(M * np.exp(1j * phase))
    for _ in range(rounds):
        x = sound(M * np.exp(1j * np.angle(spectrum(x))))
    return x

# %% not-divided: The overlapping windows were not divided out.
def resound(M, size, hop, phase, rounds):
    window = np.sin(np.pi * np.arange(size) / size) ** 2
    n = (len(M) - 1) * hop + size

    def sound(S):
        x, weight = np.zeros(n), np.zeros(n)
        for t, frame in enumerate(np.fft.irfft(S, size)):
            x[t * hop : t * hop + size] += window * frame
            weight[t * hop : t * hop + size] += window**2
        return x

    def spectrum(x):
        return np.array([np.fft.rfft(window * x[t * hop : t * hop + size]) for t in range(len(M))])

    x = sound(M * np.exp(1j * phase))
    for _ in range(rounds):
        x = sound(M * np.exp(1j * np.angle(spectrum(x))))
    return x

# %% second-window: The frames were added without the window; least squares multiplies by it once more.
def resound(M, size, hop, phase, rounds):
    window = np.sin(np.pi * np.arange(size) / size) ** 2
    n = (len(M) - 1) * hop + size

    def sound(S):
        x, weight = np.zeros(n), np.zeros(n)
        for t, frame in enumerate(np.fft.irfft(S, size)):
            x[t * hop : t * hop + size] += frame
            weight[t * hop : t * hop + size] += window**2
        return np.divide(x, weight, out=np.zeros(n), where=weight > 0)

    def spectrum(x):
        return np.array([np.fft.rfft(window * x[t * hop : t * hop + size]) for t in range(len(M))])

    x = sound(M * np.exp(1j * phase))
    for _ in range(rounds):
        x = sound(M * np.exp(1j * np.angle(spectrum(x))))
    return x

# %% round-short: There was a round too few.
def resound(M, size, hop, phase, rounds):
    window = np.sin(np.pi * np.arange(size) / size) ** 2
    n = (len(M) - 1) * hop + size

    def sound(S):
        x, weight = np.zeros(n), np.zeros(n)
        for t, frame in enumerate(np.fft.irfft(S, size)):
            x[t * hop : t * hop + size] += window * frame
            weight[t * hop : t * hop + size] += window**2
        return np.divide(x, weight, out=np.zeros(n), where=weight > 0)

    def spectrum(x):
        return np.array([np.fft.rfft(window * x[t * hop : t * hop + size]) for t in range(len(M))])

    x = sound(M * np.exp(1j * phase))
    for _ in range(rounds - 1):
        x = sound(M * np.exp(1j * np.angle(spectrum(x))))
    return x

# %% round-more: There was a round too many.
def resound(M, size, hop, phase, rounds):
    window = np.sin(np.pi * np.arange(size) / size) ** 2
    n = (len(M) - 1) * hop + size

    def sound(S):
        x, weight = np.zeros(n), np.zeros(n)
        for t, frame in enumerate(np.fft.irfft(S, size)):
            x[t * hop : t * hop + size] += window * frame
            weight[t * hop : t * hop + size] += window**2
        return np.divide(x, weight, out=np.zeros(n), where=weight > 0)

    def spectrum(x):
        return np.array([np.fft.rfft(window * x[t * hop : t * hop + size]) for t in range(len(M))])

    x = sound(M * np.exp(1j * phase))
    for _ in range(rounds + 1):
        x = sound(M * np.exp(1j * np.angle(spectrum(x))))
    return x

# %% last-frame: The last frame was left out of the sound.
def resound(M, size, hop, phase, rounds):
    window = np.sin(np.pi * np.arange(size) / size) ** 2
    n = (len(M) - 1) * hop + size

    def sound(S):
        x, weight = np.zeros(n), np.zeros(n)
        for t, frame in enumerate(np.fft.irfft(S, size)[: max(1, len(S) - 1)]):
            x[t * hop : t * hop + size] += window * frame
            weight[t * hop : t * hop + size] += window**2
        return np.divide(x, weight, out=np.zeros(n), where=weight > 0)

    def spectrum(x):
        return np.array([np.fft.rfft(window * x[t * hop : t * hop + size]) for t in range(len(M))])

    x = sound(M * np.exp(1j * phase))
    for _ in range(rounds):
        x = sound(M * np.exp(1j * np.angle(spectrum(x))))
    return x
