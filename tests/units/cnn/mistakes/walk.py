# %% no-biases: The biases are missing, one for each filter and each unit.
def walk(shape, layers):
    def places(side, window, stride, padding):
        if window > side + 2 * padding:
            raise ValueError("too large")
        return (side + 2 * padding - window) // stride + 1

    books = []
    for kind, *numbers in layers:
        if (len(shape) == 3) == (kind == "dense"):
            raise ValueError("does not fit")
        weights = products = 0
        if kind == "conv":
            filters, (tall, wide), stride, padding, groups = numbers
            if shape[2] % groups or filters % groups:
                raise ValueError("groups")
            weights = tall * wide * (shape[2] // groups) * filters
            shape = (places(shape[0], tall, stride, padding), places(shape[1], wide, stride, padding), filters)
            products = weights * shape[0] * shape[1]
        elif kind == "pool":
            size, stride = numbers
            shape = (places(shape[0], size, stride, 0), places(shape[1], size, stride, 0), shape[2])
        elif kind == "gap":
            shape = (shape[2],)
        elif kind == "flatten":
            shape = (shape[0] * shape[1] * shape[2],)
        else:
            weights = products = shape[0] * numbers[0]
            shape = (numbers[0],)
        books.append((shape, weights, products))
    return books
# %% groups-ignored: The groups were ignored: a filter reads only the maps of its own part.
def walk(shape, layers):
    def places(side, window, stride, padding):
        if window > side + 2 * padding:
            raise ValueError("too large")
        return (side + 2 * padding - window) // stride + 1

    books = []
    for kind, *numbers in layers:
        if (len(shape) == 3) == (kind == "dense"):
            raise ValueError("does not fit")
        weights = biases = products = 0
        if kind == "conv":
            filters, (tall, wide), stride, padding, groups = numbers
            if shape[2] % groups or filters % groups:
                raise ValueError("groups")
            weights, biases = tall * wide * shape[2] * filters, filters
            shape = (places(shape[0], tall, stride, padding), places(shape[1], wide, stride, padding), filters)
            products = weights * shape[0] * shape[1]
        elif kind == "pool":
            size, stride = numbers
            shape = (places(shape[0], size, stride, 0), places(shape[1], size, stride, 0), shape[2])
        elif kind == "gap":
            shape = (shape[2],)
        elif kind == "flatten":
            shape = (shape[0] * shape[1] * shape[2],)
        else:
            weights = products = shape[0] * numbers[0]
            biases = numbers[0]
            shape = (numbers[0],)
        books.append((shape, weights + biases, products))
    return books
# %% groups-twice: Each filter reads only its part of the maps, but there are as many filters as without groups.
def walk(shape, layers):
    def places(side, window, stride, padding):
        if window > side + 2 * padding:
            raise ValueError("too large")
        return (side + 2 * padding - window) // stride + 1

    books = []
    for kind, *numbers in layers:
        if (len(shape) == 3) == (kind == "dense"):
            raise ValueError("does not fit")
        weights = biases = products = 0
        if kind == "conv":
            filters, (tall, wide), stride, padding, groups = numbers
            if shape[2] % groups or filters % groups:
                raise ValueError("groups")
            weights, biases = tall * wide * (shape[2] // groups) * (filters // groups), filters
            shape = (places(shape[0], tall, stride, padding), places(shape[1], wide, stride, padding), filters)
            products = weights * shape[0] * shape[1]
        elif kind == "pool":
            size, stride = numbers
            shape = (places(shape[0], size, stride, 0), places(shape[1], size, stride, 0), shape[2])
        elif kind == "gap":
            shape = (shape[2],)
        elif kind == "flatten":
            shape = (shape[0] * shape[1] * shape[2],)
        else:
            weights = products = shape[0] * numbers[0]
            biases = numbers[0]
            shape = (numbers[0],)
        books.append((shape, weights + biases, products))
    return books
# %% input-places: The multiplications were counted at the places of the input, not of the output.
def walk(shape, layers):
    def places(side, window, stride, padding):
        if window > side + 2 * padding:
            raise ValueError("too large")
        return (side + 2 * padding - window) // stride + 1

    books = []
    for kind, *numbers in layers:
        if (len(shape) == 3) == (kind == "dense"):
            raise ValueError("does not fit")
        weights = biases = products = 0
        if kind == "conv":
            filters, (tall, wide), stride, padding, groups = numbers
            if shape[2] % groups or filters % groups:
                raise ValueError("groups")
            weights, biases = tall * wide * (shape[2] // groups) * filters, filters
            products = weights * shape[0] * shape[1]
            shape = (places(shape[0], tall, stride, padding), places(shape[1], wide, stride, padding), filters)
        elif kind == "pool":
            size, stride = numbers
            shape = (places(shape[0], size, stride, 0), places(shape[1], size, stride, 0), shape[2])
        elif kind == "gap":
            shape = (shape[2],)
        elif kind == "flatten":
            shape = (shape[0] * shape[1] * shape[2],)
        else:
            weights = products = shape[0] * numbers[0]
            biases = numbers[0]
            shape = (numbers[0],)
        books.append((shape, weights + biases, products))
    return books
# %% padding-once: The padding was added on one side only; it is on both.
def walk(shape, layers):
    def places(side, window, stride, padding):
        if window > side + 2 * padding:
            raise ValueError("too large")
        return (side + padding - window) // stride + 1

    books = []
    for kind, *numbers in layers:
        if (len(shape) == 3) == (kind == "dense"):
            raise ValueError("does not fit")
        weights = biases = products = 0
        if kind == "conv":
            filters, (tall, wide), stride, padding, groups = numbers
            if shape[2] % groups or filters % groups:
                raise ValueError("groups")
            weights, biases = tall * wide * (shape[2] // groups) * filters, filters
            shape = (places(shape[0], tall, stride, padding), places(shape[1], wide, stride, padding), filters)
            products = weights * shape[0] * shape[1]
        elif kind == "pool":
            size, stride = numbers
            shape = (places(shape[0], size, stride, 0), places(shape[1], size, stride, 0), shape[2])
        elif kind == "gap":
            shape = (shape[2],)
        elif kind == "flatten":
            shape = (shape[0] * shape[1] * shape[2],)
        else:
            weights = products = shape[0] * numbers[0]
            biases = numbers[0]
            shape = (numbers[0],)
        books.append((shape, weights + biases, products))
    return books
# %% square-window: The window was taken to be square, with as many columns as rows.
def walk(shape, layers):
    def places(side, window, stride, padding):
        if window > side + 2 * padding:
            raise ValueError("too large")
        return (side + 2 * padding - window) // stride + 1

    books = []
    for kind, *numbers in layers:
        if (len(shape) == 3) == (kind == "dense"):
            raise ValueError("does not fit")
        weights = biases = products = 0
        if kind == "conv":
            filters, (tall, _), stride, padding, groups = numbers
            if shape[2] % groups or filters % groups:
                raise ValueError("groups")
            weights, biases = tall * tall * (shape[2] // groups) * filters, filters
            shape = (places(shape[0], tall, stride, padding), places(shape[1], tall, stride, padding), filters)
            products = weights * shape[0] * shape[1]
        elif kind == "pool":
            size, stride = numbers
            shape = (places(shape[0], size, stride, 0), places(shape[1], size, stride, 0), shape[2])
        elif kind == "gap":
            shape = (shape[2],)
        elif kind == "flatten":
            shape = (shape[0] * shape[1] * shape[2],)
        else:
            weights = products = shape[0] * numbers[0]
            biases = numbers[0]
            shape = (numbers[0],)
        books.append((shape, weights + biases, products))
    return books
# %% nothing-refused: Stacks that do not fit are not refused.
def walk(shape, layers):
    books = []
    for kind, *numbers in layers:
        parameters = products = 0
        if kind == "conv":
            filters, (tall, wide), stride, padding, groups = numbers
            weights = tall * wide * (shape[2] // groups) * filters
            shape = ((shape[0] + 2 * padding - tall) // stride + 1, (shape[1] + 2 * padding - wide) // stride + 1, filters)
            parameters, products = weights + filters, weights * shape[0] * shape[1]
        elif kind == "pool":
            size, stride = numbers
            shape = ((shape[0] - size) // stride + 1, (shape[1] - size) // stride + 1, shape[2])
        elif kind == "gap":
            shape = (shape[-1],)
        elif kind == "flatten":
            shape = (int(np.prod(shape)),)
        else:
            products = shape[-1] * numbers[0]
            parameters = products + numbers[0]
            shape = (numbers[0],)
        books.append((shape, parameters, products))
    return books
