# %% no-checksum: the checksum was not compared, so that damaged numbers pass
def unpacked(blob, newest):
    if len(blob) < 12 or blob[:4] != b"LETR":
        raise ValueError("no model")
    end, at = len(blob) - 4, 8 + int.from_bytes(blob[4:8], "little")
    if at > end:
        raise ValueError("length")
    header = json.loads(blob[8:at])
    if not isinstance(header, dict) or {"version", "labels", "arrays"} - set(header) or header["version"] > newest:
        raise ValueError("header")
    arrays = {}
    for entry in header["arrays"]:
        shape, dtype = entry["shape"], entry["dtype"]
        if dtype not in ("<f4", "<f8", "|i1") or any(size < 1 for size in shape):
            raise ValueError("array")
        size = int(np.prod(shape)) * np.dtype(dtype).itemsize
        arrays[entry["name"]] = np.frombuffer(blob[at : min(at + size, end)], dtype).reshape(shape).copy()
        at += size
    if at != end:
        raise ValueError("left over")
    return header["version"], header["labels"], arrays

# %% trusts-the-checksum: a right checksum was taken for a proof that the header makes sense
def unpacked(blob, newest):
    if len(blob) < 12 or blob[:4] != b"LETR" or zlib.crc32(blob[:-4]).to_bytes(4, "little") != blob[-4:]:
        raise ValueError("damaged")
    at = 8 + int.from_bytes(blob[4:8], "little")
    header, arrays = json.loads(blob[8:at]), {}
    for entry in header["arrays"]:
        dtype = np.dtype(entry["dtype"])
        size = int(np.prod(entry["shape"])) * dtype.itemsize
        arrays[entry["name"]] = np.frombuffer(blob[at : at + size], dtype).reshape(entry["shape"]).copy()
        at += size
    return header["version"], header["labels"], arrays

# %% left-over: bytes behind the last array were overlooked
def unpacked(blob, newest):
    end = len(blob) - 4
    if len(blob) < 12 or blob[:4] != b"LETR" or zlib.crc32(blob[:-4]).to_bytes(4, "little") != blob[-4:]:
        raise ValueError("damaged")
    at = 8 + int.from_bytes(blob[4:8], "little")
    if at > end:
        raise ValueError("length")
    header = json.loads(blob[8:at])
    if not isinstance(header, dict) or {"version", "labels", "arrays"} - set(header) or header["version"] > newest:
        raise ValueError("header")
    arrays = {}
    for entry in header["arrays"]:
        shape, dtype = entry["shape"], entry["dtype"]
        if dtype not in ("<f4", "<f8", "|i1") or any(size < 1 for size in shape):
            raise ValueError("array")
        size = int(np.prod(shape)) * np.dtype(dtype).itemsize
        if at + size > end:
            raise ValueError("too few")
        arrays[entry["name"]] = np.frombuffer(blob[at : at + size], dtype).reshape(shape).copy()
        at += size
    return header["version"], header["labels"], arrays

# %% same-version-only: only the newest version was read; older ones are understood as well
def unpacked(blob, newest):
    end = len(blob) - 4
    if len(blob) < 12 or blob[:4] != b"LETR" or zlib.crc32(blob[:-4]).to_bytes(4, "little") != blob[-4:]:
        raise ValueError("damaged")
    at = 8 + int.from_bytes(blob[4:8], "little")
    if at > end:
        raise ValueError("length")
    header = json.loads(blob[8:at])
    if not isinstance(header, dict) or {"version", "labels", "arrays"} - set(header) or header["version"] != newest:
        raise ValueError("header")
    arrays = {}
    for entry in header["arrays"]:
        shape, dtype = entry["shape"], entry["dtype"]
        if dtype not in ("<f4", "<f8", "|i1") or any(size < 1 for size in shape):
            raise ValueError("array")
        size = int(np.prod(shape)) * np.dtype(dtype).itemsize
        arrays[entry["name"]] = np.frombuffer(blob[at : min(at + size, end)], dtype).reshape(shape).copy()
        at += size
    if at != end:
        raise ValueError("left over")
    return header["version"], header["labels"], arrays

# %% key-error: a missing entry gives a KeyError, which nobody above expects; turn it into a ValueError
def unpacked(blob, newest):
    end = len(blob) - 4
    if len(blob) < 12 or blob[:4] != b"LETR" or zlib.crc32(blob[:-4]).to_bytes(4, "little") != blob[-4:]:
        raise ValueError("damaged")
    at = 8 + int.from_bytes(blob[4:8], "little")
    if at > end:
        raise ValueError("length")
    header = json.loads(blob[8:at])
    if header["version"] > newest:
        raise ValueError("header")
    arrays = {}
    for entry in header["arrays"]:
        shape, dtype = entry["shape"], entry["dtype"]
        if dtype not in ("<f4", "<f8", "|i1") or any(size < 1 for size in shape):
            raise ValueError("array")
        size = int(np.prod(shape)) * np.dtype(dtype).itemsize
        arrays[entry["name"]] = np.frombuffer(blob[at : min(at + size, end)], dtype).reshape(shape).copy()
        at += size
    if at != end:
        raise ValueError("left over")
    return header["version"], header["labels"], arrays
