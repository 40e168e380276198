# %% still-overwrites: Shares of one register still replace each other; they are added.
def mended_engine(registers, program):
    now, record = list(registers), []
    for op, into, i, j in program:
        record.append((into, i, j, local_slopes(op, now[i], now[j])))
        now[into] = apply(op, now[i], now[j])
    last = program[-1][1]
    slopes = [0.0] * len(now)
    slopes[last] = 1.0
    for into, i, j, (to_i, to_j) in reversed(record):
        upstream, slopes[into] = slopes[into], 0.0
        slopes[i] = upstream * to_i
        slopes[j] = upstream * to_j
    return now[last], slopes
# %% only-adding: Shares are added now, and the operands are still read when they have been overwritten.
def mended_engine(registers, program):
    now, record = list(registers), []
    for op, into, i, j in program:
        record.append((op, into, i, j))
        now[into] = apply(op, now[i], now[j])
    last = program[-1][1]
    slopes = [0.0] * len(now)
    slopes[last] = 1.0
    for op, into, i, j in reversed(record):
        to_i, to_j = local_slopes(op, now[i], now[j])
        upstream, slopes[into] = slopes[into], 0.0
        slopes[i] += upstream * to_i
        slopes[j] += upstream * to_j
    return now[last], slopes
# %% slope-kept: A register that was overwritten kept its slope; what it held before has lost its way to the result.
def mended_engine(registers, program):
    now, record = list(registers), []
    for op, into, i, j in program:
        record.append((into, i, j, local_slopes(op, now[i], now[j])))
        now[into] = apply(op, now[i], now[j])
    last = program[-1][1]
    slopes = [0.0] * len(now)
    slopes[last] = 1.0
    for into, i, j, (to_i, to_j) in reversed(record):
        upstream = slopes[into]
        slopes[i] += upstream * to_i
        slopes[j] += upstream * to_j
    return now[last], slopes
# %% emptied-too-late: The slope of the register that was written was set to 0 after the shares had been added to it.
def mended_engine(registers, program):
    now, record = list(registers), []
    for op, into, i, j in program:
        record.append((into, i, j, local_slopes(op, now[i], now[j])))
        now[into] = apply(op, now[i], now[j])
    last = program[-1][1]
    slopes = [0.0] * len(now)
    slopes[last] = 1.0
    for into, i, j, (to_i, to_j) in reversed(record):
        upstream = slopes[into]
        slopes[i] += upstream * to_i
        slopes[j] += upstream * to_j
        slopes[into] = 0.0
    return now[last], slopes
# %% recorded-too-late: The operands were recorded after the instruction had written over them.
def mended_engine(registers, program):
    now, record = list(registers), []
    for op, into, i, j in program:
        now[into] = apply(op, now[i], now[j])
        record.append((into, i, j, local_slopes(op, now[i], now[j])))
    last = program[-1][1]
    slopes = [0.0] * len(now)
    slopes[last] = 1.0
    for into, i, j, (to_i, to_j) in reversed(record):
        upstream, slopes[into] = slopes[into], 0.0
        slopes[i] += upstream * to_i
        slopes[j] += upstream * to_j
    return now[last], slopes
# %% registers-changed: The registers of the caller were changed.
def mended_engine(registers, program):
    now, record = registers, []
    for op, into, i, j in program:
        record.append((into, i, j, local_slopes(op, now[i], now[j])))
        now[into] = apply(op, now[i], now[j])
    last = program[-1][1]
    slopes = [0.0] * len(now)
    slopes[last] = 1.0
    for into, i, j, (to_i, to_j) in reversed(record):
        upstream, slopes[into] = slopes[into], 0.0
        slopes[i] += upstream * to_i
        slopes[j] += upstream * to_j
    return now[last], slopes
# %% last-register: The result is what the last instruction wrote, not what the last register holds.
def mended_engine(registers, program):
    now, record = list(registers), []
    for op, into, i, j in program:
        record.append((into, i, j, local_slopes(op, now[i], now[j])))
        now[into] = apply(op, now[i], now[j])
    last = len(now) - 1
    slopes = [0.0] * len(now)
    slopes[last] = 1.0
    for into, i, j, (to_i, to_j) in reversed(record):
        upstream, slopes[into] = slopes[into], 0.0
        slopes[i] += upstream * to_i
        slopes[j] += upstream * to_j
    return now[last], slopes
# %% second-share-lost: The second operand was left out where both are the same register.
def mended_engine(registers, program):
    now, record = list(registers), []
    for op, into, i, j in program:
        record.append((into, i, j, local_slopes(op, now[i], now[j])))
        now[into] = apply(op, now[i], now[j])
    last = program[-1][1]
    slopes = [0.0] * len(now)
    slopes[last] = 1.0
    for into, i, j, (to_i, to_j) in reversed(record):
        upstream, slopes[into] = slopes[into], 0.0
        slopes[i] += upstream * to_i
        slopes[j] += upstream * to_j if i != j else 0.0
    return now[last], slopes
