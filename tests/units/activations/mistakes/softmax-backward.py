# %% diagonal: only p (1 - p) was used; a score moves the other shares too
def softmax_backward(P, G, temperature=1.0):
    return G * P * (1 - P) / temperature

# %% first-part: only P * G was returned, one of two parts
def softmax_backward(P, G, temperature=1.0):
    return P * G / temperature

# %% sum-of-slopes: the slopes were summed without their weights
def softmax_backward(P, G, temperature=1.0):
    return P * (G - G.sum(axis=1, keepdims=True)) / temperature

# %% plain-mean: the plain mean of the slopes was subtracted
def softmax_backward(P, G, temperature=1.0):
    return P * (G - G.mean(axis=1, keepdims=True)) / temperature

# %% mean-of-products: the weighted sum was divided by the number of classes as well
def softmax_backward(P, G, temperature=1.0):
    return P * (G - (P * G).mean(axis=1, keepdims=True)) / temperature

# %% over-samples: the average ran over the samples
def softmax_backward(P, G, temperature=1.0):
    return P * (G - (P * G).sum(axis=0, keepdims=True)) / temperature

# %% over-everything: one average was taken for the whole batch
def softmax_backward(P, G, temperature=1.0):
    return P * (G - (P * G).sum()) / temperature

# %% no-factor: the factor p in front of the difference is missing
def softmax_backward(P, G, temperature=1.0):
    return (G - (P * G).sum(axis=1, keepdims=True)) / temperature

# %% sign: the sign is turned
def softmax_backward(P, G, temperature=1.0):
    return P * ((P * G).sum(axis=1, keepdims=True) - G) / temperature

# %% temperature-ignored: the temperature was not used
def softmax_backward(P, G, temperature=1.0):
    return P * (G - (P * G).sum(axis=1, keepdims=True))

# %% times-temperature: the result was multiplied by the temperature
def softmax_backward(P, G, temperature=1.0):
    return P * (G - (P * G).sum(axis=1, keepdims=True)) * temperature

# %% softmax-again: the shares were taken for scores and went through softmax again
def softmax_backward(P, G, temperature=1.0):
    E = np.exp(P)
    P = E / E.sum(axis=1, keepdims=True)
    return P * (G - (P * G).sum(axis=1, keepdims=True)) / temperature

# %% mean-over-batch: the result was divided by the number of samples
def softmax_backward(P, G, temperature=1.0):
    return P * (G - (P * G).sum(axis=1, keepdims=True)) / temperature / len(P)

# %% in-place: the slopes that came in were changed
def softmax_backward(P, G, temperature=1.0):
    average = (P * G).sum(axis=1, keepdims=True)
    if G.dtype == np.float64:
        G -= average
        return P * G / temperature
    return P * (G - average) / temperature
