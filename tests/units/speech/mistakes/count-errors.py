# %% mean-of-rates: The rates of the texts were averaged; all errors are divided by all words.
def count_errors(references, hypotheses):
    def stepped(entry, place):
        new = list(entry)
        new[0] += 1
        new[place] += 1
        return tuple(new)

    totals, words = [0, 0, 0, 0], 0
    for reference, hypothesis in zip(references, hypotheses):
        said, heard = reference.split(), hypothesis.split()
        above = [(j, 0, 0, j) for j in range(len(heard) + 1)]
        for i, word in enumerate(said):
            row = [(i + 1, 0, i + 1, 0)]
            for j, other in enumerate(heard):
                both = above[j] if word == other else stepped(above[j], 1)
                row.append(min(both, stepped(above[j + 1], 2), stepped(row[j], 3)))
            above = row
        totals = [total + n for total, n in zip(totals, above[-1])]
        words += above[-1][0] / max(len(said), 1) / len(references)
    return totals[1], totals[2], totals[3], words

# %% swapped: Deletions and insertions were swapped.
def count_errors(references, hypotheses):
    def stepped(entry, place):
        new = list(entry)
        new[0] += 1
        new[place] += 1
        return tuple(new)

    totals, words = [0, 0, 0, 0], 0
    for reference, hypothesis in zip(references, hypotheses):
        said, heard = reference.split(), hypothesis.split()
        above = [(j, 0, 0, j) for j in range(len(heard) + 1)]
        for i, word in enumerate(said):
            row = [(i + 1, 0, i + 1, 0)]
            for j, other in enumerate(heard):
                both = above[j] if word == other else stepped(above[j], 1)
                row.append(min(both, stepped(above[j + 1], 2), stepped(row[j], 3)))
            above = row
        totals = [total + n for total, n in zip(totals, above[-1])]
        words += len(said)
    return totals[1], totals[3], totals[2], totals[0] / words

# %% most-substitutions: Of alignments with equally many errors one with the most substitutions was taken.
def count_errors(references, hypotheses):
    def stepped(entry, place):
        new = list(entry)
        new[0] += 1
        new[place] += 1
        return tuple(new)

    totals, words = [0, 0, 0, 0], 0
    for reference, hypothesis in zip(references, hypotheses):
        said, heard = reference.split(), hypothesis.split()
        above = [(j, 0, 0, j) for j in range(len(heard) + 1)]
        for i, word in enumerate(said):
            row = [(i + 1, 0, i + 1, 0)]
            for j, other in enumerate(heard):
                both = above[j] if word == other else stepped(above[j], 1)
                ways = [both, stepped(above[j + 1], 2), stepped(row[j], 3)]
                row.append(min(ways, key=lambda way: (way[0], -way[1])))
            above = row
        totals = [total + n for total, n in zip(totals, above[-1])]
        words += len(said)
    return totals[1], totals[2], totals[3], totals[0] / words

# %% capped: The rate was cut at 1; it may exceed 1.
def count_errors(references, hypotheses):
    def stepped(entry, place):
        new = list(entry)
        new[0] += 1
        new[place] += 1
        return tuple(new)

    totals, words = [0, 0, 0, 0], 0
    for reference, hypothesis in zip(references, hypotheses):
        said, heard = reference.split(), hypothesis.split()
        above = [(j, 0, 0, j) for j in range(len(heard) + 1)]
        for i, word in enumerate(said):
            row = [(i + 1, 0, i + 1, 0)]
            for j, other in enumerate(heard):
                both = above[j] if word == other else stepped(above[j], 1)
                row.append(min(both, stepped(above[j + 1], 2), stepped(row[j], 3)))
            above = row
        totals = [total + n for total, n in zip(totals, above[-1])]
        words += len(said)
    return totals[1], totals[2], totals[3], min(totals[0] / words, 1.0)

# %% hypothesis-words: The errors were divided by the words that were heard, not by those that were spoken.
def count_errors(references, hypotheses):
    def stepped(entry, place):
        new = list(entry)
        new[0] += 1
        new[place] += 1
        return tuple(new)

    totals, words = [0, 0, 0, 0], 0
    for reference, hypothesis in zip(references, hypotheses):
        said, heard = reference.split(), hypothesis.split()
        above = [(j, 0, 0, j) for j in range(len(heard) + 1)]
        for i, word in enumerate(said):
            row = [(i + 1, 0, i + 1, 0)]
            for j, other in enumerate(heard):
                both = above[j] if word == other else stepped(above[j], 1)
                row.append(min(both, stepped(above[j + 1], 2), stepped(row[j], 3)))
            above = row
        totals = [total + n for total, n in zip(totals, above[-1])]
        words += len(heard)
    return totals[1], totals[2], totals[3], totals[0] / max(words, 1)

# %% no-substitutions: A replaced word was counted as one deletion and one insertion.
def count_errors(references, hypotheses):
    def stepped(entry, place):
        new = list(entry)
        new[0] += 1
        new[place] += 1
        return tuple(new)

    totals, words = [0, 0, 0, 0], 0
    for reference, hypothesis in zip(references, hypotheses):
        said, heard = reference.split(), hypothesis.split()
        above = [(j, 0, 0, j) for j in range(len(heard) + 1)]
        for i, word in enumerate(said):
            row = [(i + 1, 0, i + 1, 0)]
            for j, other in enumerate(heard):
                both = above[j] if word == other else (len(said) + len(heard) + 9,)
                row.append(min(both, stepped(above[j + 1], 2), stepped(row[j], 3)))
            above = row
        totals = [total + n for total, n in zip(totals, above[-1])]
        words += len(said)
    return totals[1], totals[2], totals[3], totals[0] / words

# %% letters: Letters were compared, not words.
def count_errors(references, hypotheses):
    def stepped(entry, place):
        new = list(entry)
        new[0] += 1
        new[place] += 1
        return tuple(new)

    totals, words = [0, 0, 0, 0], 0
    for reference, hypothesis in zip(references, hypotheses):
        said, heard = list(reference), list(hypothesis)
        above = [(j, 0, 0, j) for j in range(len(heard) + 1)]
        for i, word in enumerate(said):
            row = [(i + 1, 0, i + 1, 0)]
            for j, other in enumerate(heard):
                both = above[j] if word == other else stepped(above[j], 1)
                row.append(min(both, stepped(above[j + 1], 2), stepped(row[j], 3)))
            above = row
        totals = [total + n for total, n in zip(totals, above[-1])]
        words += len(said)
    return totals[1], totals[2], totals[3], totals[0] / words

# %% by-place: Words were compared place by place, without an alignment.
def count_errors(references, hypotheses):
    substitutions = deletions = insertions = words = 0
    for reference, hypothesis in zip(references, hypotheses):
        said, heard = reference.split(), hypothesis.split()
        substitutions += sum(a != b for a, b in zip(said, heard))
        deletions += max(len(said) - len(heard), 0)
        insertions += max(len(heard) - len(said), 0)
        words += len(said)
    return substitutions, deletions, insertions, (substitutions + deletions + insertions) / words

# %% empty-skipped: Texts in which nothing was said were skipped, and what was heard in them with them.
def count_errors(references, hypotheses):
    def stepped(entry, place):
        new = list(entry)
        new[0] += 1
        new[place] += 1
        return tuple(new)

    totals, words = [0, 0, 0, 0], 0
    for reference, hypothesis in zip(references, hypotheses):
        said, heard = reference.split(), hypothesis.split()
        if not said:
            continue
        above = [(j, 0, 0, j) for j in range(len(heard) + 1)]
        for i, word in enumerate(said):
            row = [(i + 1, 0, i + 1, 0)]
            for j, other in enumerate(heard):
                both = above[j] if word == other else stepped(above[j], 1)
                row.append(min(both, stepped(above[j + 1], 2), stepped(row[j], 3)))
            above = row
        totals = [total + n for total, n in zip(totals, above[-1])]
        words += len(said)
    return totals[1], totals[2], totals[3], totals[0] / words

# %% case: Words that differ in case are different here.
def count_errors(references, hypotheses):
    def stepped(entry, place):
        new = list(entry)
        new[0] += 1
        new[place] += 1
        return tuple(new)

    totals, words = [0, 0, 0, 0], 0
    for reference, hypothesis in zip(references, hypotheses):
        said, heard = reference.lower().split(), hypothesis.lower().split()
        above = [(j, 0, 0, j) for j in range(len(heard) + 1)]
        for i, word in enumerate(said):
            row = [(i + 1, 0, i + 1, 0)]
            for j, other in enumerate(heard):
                both = above[j] if word == other else stepped(above[j], 1)
                row.append(min(both, stepped(above[j + 1], 2), stepped(row[j], 3)))
            above = row
        totals = [total + n for total, n in zip(totals, above[-1])]
        words += len(said)
    return totals[1], totals[2], totals[3], totals[0] / words

# %% greedy: After a wrong word the comparison went on as if nothing else had been possible.
def count_errors(references, hypotheses):
    totals, words = [0, 0, 0], 0
    for reference, hypothesis in zip(references, hypotheses):
        said, heard = reference.split(), hypothesis.split()
        words += len(said)
        i = j = 0
        while i < len(said) and j < len(heard):
            if said[i] == heard[j]:
                i, j = i + 1, j + 1
            elif said[i] in heard[j:]:
                totals[2] += 1
                j += 1
            elif heard[j] in said[i:]:
                totals[1] += 1
                i += 1
            else:
                totals[0] += 1
                i, j = i + 1, j + 1
        totals[1] += len(said) - i
        totals[2] += len(heard) - j
    return *totals, sum(totals) / words
