# %% children-first: The list runs from the result to its parents; it should run the other way.
def order(result):
    found, seen, stack = [], set(), [(result, False)]
    while stack:
        tensor, ready = stack.pop()
        if ready:
            found.append(tensor)
        elif id(tensor) not in seen:
            seen.add(id(tensor))
            stack.append((tensor, True))
            stack.extend((parent, False) for parent in tensor.parents)
    return found[::-1]
# %% breadth-first: Tensors were listed by their distance from the result; one that is reached along a short and a long way stands too late.
def order(result):
    found, seen = [result], {id(result)}
    for tensor in found:
        for parent in tensor.parents:
            if id(parent) not in seen:
                seen.add(id(parent))
                found.append(parent)
    return found[::-1]
# %% before-its-parents: A tensor was put on the list when it was first met, before its parents.
def order(result):
    found, seen, stack = [], set(), [result]
    while stack:
        tensor = stack.pop()
        if id(tensor) not in seen:
            seen.add(id(tensor))
            found.append(tensor)
            stack.extend(tensor.parents)
    return found[::-1]
# %% recursion: The function calls itself, and Python ends that at a depth of about 1,000.
def order(result):
    found, seen = [], set()

    def visit(tensor):
        if id(tensor) not in seen:
            seen.add(id(tensor))
            for parent in tensor.parents:
                visit(parent)
            found.append(tensor)

    visit(result)
    return found
# %% no-result: The result itself is missing; it comes last.
def order(result):
    found, seen, stack = [], set(), [(result, False)]
    while stack:
        tensor, ready = stack.pop()
        if ready:
            found.append(tensor)
        elif id(tensor) not in seen:
            seen.add(id(tensor))
            stack.append((tensor, True))
            stack.extend((parent, False) for parent in tensor.parents)
    return found[:-1]
# %% twice: A tensor that is used twice is on the list twice.
def order(result):
    found, stack = [], [(result, False)]
    while stack and len(found) < 20000:
        tensor, ready = stack.pop()
        if ready:
            found.append(tensor)
        else:
            stack.append((tensor, True))
            stack.extend((parent, False) for parent in tensor.parents)
    return found
# %% first-parent-only: Only the first parent of each tensor was followed.
def order(result):
    found = [result]
    while found[-1].parents:
        found.append(found[-1].parents[0])
    return found[::-1]
# %% no-leaves: Tensors without parents are missing; they belong on the list, too.
def order(result):
    found, seen, stack = [], set(), [(result, False)]
    while stack:
        tensor, ready = stack.pop()
        if ready:
            if tensor.parents:
                found.append(tensor)
        elif id(tensor) not in seen:
            seen.add(id(tensor))
            stack.append((tensor, True))
            stack.extend((parent, False) for parent in tensor.parents)
    return found
