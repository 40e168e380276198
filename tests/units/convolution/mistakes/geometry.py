# %% no-plus-one: The first window counts as well: (n - extent) // stride + 1.
def geometry(n, k, stride, dilation, padding):
    extent = dilation * (k - 1) + 1
    if padding == "same":
        out = -(-n // stride)
        added = max((out - 1) * stride + extent - n, 0)
    else:
        if extent > n:
            raise ValueError(f"a kernel that reaches over {extent} cells does not fit into {n}")
        out, added = (n - extent) // stride, 0
    before = added // 2
    unread = n + added - ((out - 1) * stride + extent)
    return before, added - before, out, unread

# %% dilation-forgotten: The dilation was left out; a kernel with gaps reaches over d(k - 1) + 1 cells.
def geometry(n, k, stride, dilation, padding):
    extent = k
    if padding == "same":
        out = -(-n // stride)
        added = max((out - 1) * stride + extent - n, 0)
    else:
        if extent > n:
            raise ValueError(f"a kernel that reaches over {extent} cells does not fit into {n}")
        out, added = (n - extent) // stride + 1, 0
    before = added // 2
    unread = n + added - ((out - 1) * stride + extent)
    return before, added - before, out, unread

# %% extent-dk: The extent of a dilated kernel is d(k - 1) + 1, not d k: no gap follows the last cell.
def geometry(n, k, stride, dilation, padding):
    extent = dilation * k
    if padding == "same":
        out = -(-n // stride)
        added = max((out - 1) * stride + extent - n, 0)
    else:
        if extent > n:
            raise ValueError(f"a kernel that reaches over {extent} cells does not fit into {n}")
        out, added = (n - extent) // stride + 1, 0
    before = added // 2
    unread = n + added - ((out - 1) * stride + extent)
    return before, added - before, out, unread

# %% odd-one-before: Of an odd number of added cells, the one over goes after the line.
def geometry(n, k, stride, dilation, padding):
    extent = dilation * (k - 1) + 1
    if padding == "same":
        out = -(-n // stride)
        added = max((out - 1) * stride + extent - n, 0)
    else:
        if extent > n:
            raise ValueError(f"a kernel that reaches over {extent} cells does not fit into {n}")
        out, added = (n - extent) // stride + 1, 0
    before = (added + 1) // 2
    unread = n + added - ((out - 1) * stride + extent)
    return before, added - before, out, unread

# %% same-keeps-n: With padding same there are n / stride windows; the stride was ignored.
def geometry(n, k, stride, dilation, padding):
    extent = dilation * (k - 1) + 1
    if padding == "same":
        out = n
        added = max((out - 1) * stride + extent - n, 0)
    else:
        if extent > n:
            raise ValueError(f"a kernel that reaches over {extent} cells does not fit into {n}")
        out, added = (n - extent) // stride + 1, 0
    before = added // 2
    unread = n + added - ((out - 1) * stride + extent)
    return before, added - before, out, unread

# %% rounded-down: With padding same n / stride is rounded up.
def geometry(n, k, stride, dilation, padding):
    extent = dilation * (k - 1) + 1
    if padding == "same":
        out = n // stride
        added = max((out - 1) * stride + extent - n, 0)
    else:
        if extent > n:
            raise ValueError(f"a kernel that reaches over {extent} cells does not fit into {n}")
        out, added = (n - extent) // stride + 1, 0
    before = added // 2
    unread = n + added - ((out - 1) * stride + extent)
    return before, added - before, out, unread

# %% negative-padding: Long strides can leave cells over with padding same; a negative number of cells was added.
def geometry(n, k, stride, dilation, padding):
    extent = dilation * (k - 1) + 1
    if padding == "same":
        out = -(-n // stride)
        added = (out - 1) * stride + extent - n
    else:
        if extent > n:
            raise ValueError(f"a kernel that reaches over {extent} cells does not fit into {n}")
        out, added = (n - extent) // stride + 1, 0
    before = added // 2
    unread = n + added - ((out - 1) * stride + extent)
    return before, added - before, out, unread

# %% never-refused: A kernel that does not fit into the line must be refused with a ValueError.
def geometry(n, k, stride, dilation, padding):
    extent = dilation * (k - 1) + 1
    if padding == "same":
        out = -(-n // stride)
        added = max((out - 1) * stride + extent - n, 0)
    else:
        if extent > n + 10**6:
            raise ValueError(f"a kernel that reaches over {extent} cells does not fit into {n}")
        out, added = (n - extent) // stride + 1, 0
    before = added // 2
    unread = n + added - ((out - 1) * stride + extent)
    return before, added - before, out, unread

# %% refused-when-it-fits: A kernel as long as the line fits: there is one window.
def geometry(n, k, stride, dilation, padding):
    extent = dilation * (k - 1) + 1
    if padding == "same":
        out = -(-n // stride)
        added = max((out - 1) * stride + extent - n, 0)
    else:
        if extent >= n:
            raise ValueError(f"a kernel that reaches over {extent} cells does not fit into {n}")
        out, added = (n - extent) // stride + 1, 0
    before = added // 2
    unread = n + added - ((out - 1) * stride + extent)
    return before, added - before, out, unread
