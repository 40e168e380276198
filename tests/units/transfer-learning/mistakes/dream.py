# %% downhill: The pictures moved against the slope; here the score is to grow.
def dream(arrays, pictures, channel, rate, shifts):
    for down, right in shifts:
        x = keras.Variable(np.roll(pictures, (down, right), axis=(1, 2)))
        _, (slope,) = value_and_grad(
            lambda: keras.ops.mean(activations(arrays, x)[..., channel]), [x]
        )
        slope = np.roll(keras.ops.convert_to_numpy(slope), (-down, -right), axis=(1, 2))
        size = np.abs(slope).mean(axis=(1, 2, 3), keepdims=True)
        pictures = np.clip(pictures - rate * slope / (size + 1e-8), 0, 1)
    return np.array(pictures, dtype=np.float32)

# %% together: The slopes of all pictures were divided by one number, so that a picture depends on its neighbours in the batch.
def dream(arrays, pictures, channel, rate, shifts):
    for down, right in shifts:
        x = keras.Variable(np.roll(pictures, (down, right), axis=(1, 2)))
        _, (slope,) = value_and_grad(
            lambda: keras.ops.mean(activations(arrays, x)[..., channel]), [x]
        )
        slope = np.roll(keras.ops.convert_to_numpy(slope), (-down, -right), axis=(1, 2))
        size = np.abs(slope).mean()
        pictures = np.clip(pictures + rate * slope / (size + 1e-8), 0, 1)
    return np.array(pictures, dtype=np.float32)

# %% not-back: The slopes were not moved back and belong to other pixels.
def dream(arrays, pictures, channel, rate, shifts):
    for down, right in shifts:
        x = keras.Variable(np.roll(pictures, (down, right), axis=(1, 2)))
        _, (slope,) = value_and_grad(
            lambda: keras.ops.mean(activations(arrays, x)[..., channel]), [x]
        )
        slope = keras.ops.convert_to_numpy(slope)
        size = np.abs(slope).mean(axis=(1, 2, 3), keepdims=True)
        pictures = np.clip(pictures + rate * slope / (size + 1e-8), 0, 1)
    return np.array(pictures, dtype=np.float32)

# %% never-moved: The pictures were never moved, so the edges are seen less often than the middle.
def dream(arrays, pictures, channel, rate, shifts):
    for down, right in shifts:
        x = keras.Variable(pictures)
        _, (slope,) = value_and_grad(
            lambda: keras.ops.mean(activations(arrays, x)[..., channel]), [x]
        )
        slope = keras.ops.convert_to_numpy(slope)
        size = np.abs(slope).mean(axis=(1, 2, 3), keepdims=True)
        pictures = np.clip(pictures + rate * slope / (size + 1e-8), 0, 1)
    return np.array(pictures, dtype=np.float32)

# %% clipped-late: The pictures were clipped at the end only; a pixel that had left the range needs several steps to come back.
def dream(arrays, pictures, channel, rate, shifts):
    for down, right in shifts:
        x = keras.Variable(np.roll(pictures, (down, right), axis=(1, 2)))
        _, (slope,) = value_and_grad(
            lambda: keras.ops.mean(activations(arrays, x)[..., channel]), [x]
        )
        slope = np.roll(keras.ops.convert_to_numpy(slope), (-down, -right), axis=(1, 2))
        size = np.abs(slope).mean(axis=(1, 2, 3), keepdims=True)
        pictures = pictures + rate * slope / (size + 1e-8)
    return np.array(np.clip(pictures, 0, 1), dtype=np.float32)

# %% root-mean-square: The slopes were divided by the root of their mean square; the mean of their absolute values is asked for.
def dream(arrays, pictures, channel, rate, shifts):
    for down, right in shifts:
        x = keras.Variable(np.roll(pictures, (down, right), axis=(1, 2)))
        _, (slope,) = value_and_grad(
            lambda: keras.ops.mean(activations(arrays, x)[..., channel]), [x]
        )
        slope = np.roll(keras.ops.convert_to_numpy(slope), (-down, -right), axis=(1, 2))
        size = np.sqrt((slope**2).mean(axis=(1, 2, 3), keepdims=True))
        pictures = np.clip(pictures + rate * slope / (size + 1e-8), 0, 1)
    return np.array(pictures, dtype=np.float32)

# %% all-channels: The score was that of all channels together.
def dream(arrays, pictures, channel, rate, shifts):
    for down, right in shifts:
        x = keras.Variable(np.roll(pictures, (down, right), axis=(1, 2)))
        _, (slope,) = value_and_grad(
            lambda: keras.ops.mean(activations(arrays, x)), [x]
        )
        slope = np.roll(keras.ops.convert_to_numpy(slope), (-down, -right), axis=(1, 2))
        size = np.abs(slope).mean(axis=(1, 2, 3), keepdims=True)
        pictures = np.clip(pictures + rate * slope / (size + 1e-8), 0, 1)
    return np.array(pictures, dtype=np.float32)
