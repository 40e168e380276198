# %% no-last-norm: The norm behind each stack is missing.
def count(kind, V, d, f, blocks, context, tied, learned, biases):
    attention = 4 * (d * d + (d if biases else 0))
    forward = 2 * d * f + (f + d if biases else 0)
    stack = blocks * (attention + forward + 4 * d) + (context * d if learned else 0)
    total = V * d + stack + (0 if tied else d * V)
    if kind == "both":
        total += stack + blocks * (attention + 2 * d)
    return total

# %% gain-only: A norm has a gain and a shift, not one of them.
def count(kind, V, d, f, blocks, context, tied, learned, biases):
    attention = 4 * (d * d + (d if biases else 0))
    forward = 2 * d * f + (f + d if biases else 0)
    stack = blocks * (attention + forward + 2 * d) + d + (context * d if learned else 0)
    total = V * d + stack + (0 if tied else d * V)
    if kind == "both":
        total += stack + blocks * (attention + d)
    return total

# %% tied-counted: The matrix of the logits is counted although it is that of the embeddings.
def count(kind, V, d, f, blocks, context, tied, learned, biases):
    attention = 4 * (d * d + (d if biases else 0))
    forward = 2 * d * f + (f + d if biases else 0)
    stack = blocks * (attention + forward + 4 * d) + 2 * d + (context * d if learned else 0)
    total = V * d + stack + d * V
    if kind == "both":
        total += stack + blocks * (attention + 2 * d)
    return total

# %% three-matrices: Attention has four matrices, that of the output included.
def count(kind, V, d, f, blocks, context, tied, learned, biases):
    attention = 3 * (d * d + (d if biases else 0))
    forward = 2 * d * f + (f + d if biases else 0)
    stack = blocks * (attention + forward + 4 * d) + 2 * d + (context * d if learned else 0)
    total = V * d + stack + (0 if tied else d * V)
    if kind == "both":
        total += stack + blocks * (attention + 2 * d)
    return total

# %% one-attention-in-decoder: The blocks of a decoder that reads a memory have a second attention and a third norm.
def count(kind, V, d, f, blocks, context, tied, learned, biases):
    attention = 4 * (d * d + (d if biases else 0))
    forward = 2 * d * f + (f + d if biases else 0)
    stack = blocks * (attention + forward + 4 * d) + 2 * d + (context * d if learned else 0)
    total = V * d + stack + (0 if tied else d * V)
    if kind == "both":
        total += stack
    return total

# %% no-third-norm: The second attention of a decoder has a norm before it, too.
def count(kind, V, d, f, blocks, context, tied, learned, biases):
    attention = 4 * (d * d + (d if biases else 0))
    forward = 2 * d * f + (f + d if biases else 0)
    stack = blocks * (attention + forward + 4 * d) + 2 * d + (context * d if learned else 0)
    total = V * d + stack + (0 if tied else d * V)
    if kind == "both":
        total += stack + blocks * attention
    return total

# %% decoder-alone-reads: A decoder alone has no memory, so it has no second attention.
def count(kind, V, d, f, blocks, context, tied, learned, biases):
    attention = 4 * (d * d + (d if biases else 0))
    forward = 2 * d * f + (f + d if biases else 0)
    stack = blocks * (attention + forward + 4 * d) + 2 * d + (context * d if learned else 0)
    total = V * d + stack + (0 if tied else d * V)
    if kind == "both":
        total += stack
    if kind != "encoder":
        total += blocks * (attention + 2 * d)
    return total

# %% biases-of-hidden: The second feed-forward layer has d biases; f were counted for both.
def count(kind, V, d, f, blocks, context, tied, learned, biases):
    attention = 4 * (d * d + (d if biases else 0))
    forward = 2 * d * f + (2 * f if biases else 0)
    stack = blocks * (attention + forward + 4 * d) + 2 * d + (context * d if learned else 0)
    total = V * d + stack + (0 if tied else d * V)
    if kind == "both":
        total += stack + blocks * (attention + 2 * d)
    return total

# %% positions-fixed-counted: Fixed positions have no parameters.
def count(kind, V, d, f, blocks, context, tied, learned, biases):
    attention = 4 * (d * d + (d if biases else 0))
    forward = 2 * d * f + (f + d if biases else 0)
    stack = blocks * (attention + forward + 4 * d) + 2 * d + context * d
    total = V * d + stack + (0 if tied else d * V)
    if kind == "both":
        total += stack + blocks * (attention + 2 * d)
    return total

# %% two-embeddings: Both stacks use one table of embeddings; two were counted.
def count(kind, V, d, f, blocks, context, tied, learned, biases):
    attention = 4 * (d * d + (d if biases else 0))
    forward = 2 * d * f + (f + d if biases else 0)
    stack = blocks * (attention + forward + 4 * d) + 2 * d + (context * d if learned else 0)
    total = V * d + stack + (0 if tied else d * V)
    if kind == "both":
        total += V * d + stack + blocks * (attention + 2 * d)
    return total
