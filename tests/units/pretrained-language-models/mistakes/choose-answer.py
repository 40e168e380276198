# %% off-by-one: Each word was scored by the row at its own place; row i is about the word after place i.
def choose_answer(model, prompt, neutral, answers):
    def total(context, answer):
        z = model(np.array([*context, *answer]))[len(context) :]
        z = z - z.max(axis=1, keepdims=True)
        log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
        return log_p[np.arange(len(answer)), answer].sum()

    sums = np.array([total(prompt, answer) for answer in answers])
    plain = np.array([total(neutral, answer) for answer in answers])
    lengths = np.array([len(answer) for answer in answers])
    scores = np.stack([sums, sums / lengths, sums - plain])
    return scores, scores.argmax(axis=1)

# %% prompt-too: The prompt's words were scored as well; only the answer's count.
def choose_answer(model, prompt, neutral, answers):
    def total(context, answer):
        z = model(np.array([*context, *answer]))[:-1]
        z = z - z.max(axis=1, keepdims=True)
        log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
        return log_p[np.arange(len(log_p)), [*context, *answer][1:]].sum()

    sums = np.array([total(prompt, answer) for answer in answers])
    plain = np.array([total(neutral, answer) for answer in answers])
    lengths = np.array([len(answer) for answer in answers])
    scores = np.stack([sums, sums / lengths, sums - plain])
    return scores, scores.argmax(axis=1)

# %% raw: The scores of the model were added; they are not yet logarithms of probabilities.
def choose_answer(model, prompt, neutral, answers):
    def total(context, answer):
        z = model(np.array([*context, *answer]))[len(context) - 1 : -1]
        log_p = z
        return log_p[np.arange(len(answer)), answer].sum()

    sums = np.array([total(prompt, answer) for answer in answers])
    plain = np.array([total(neutral, answer) for answer in answers])
    lengths = np.array([len(answer) for answer in answers])
    scores = np.stack([sums, sums / lengths, sums - plain])
    return scores, scores.argmax(axis=1)

# %% whole-length: The sum was divided by the length of prompt and answer; the answer's own words count.
def choose_answer(model, prompt, neutral, answers):
    def total(context, answer):
        z = model(np.array([*context, *answer]))[len(context) - 1 : -1]
        z = z - z.max(axis=1, keepdims=True)
        log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
        return log_p[np.arange(len(answer)), answer].sum()

    sums = np.array([total(prompt, answer) for answer in answers])
    plain = np.array([total(neutral, answer) for answer in answers])
    lengths = np.array([len(prompt) + len(answer) for answer in answers])
    scores = np.stack([sums, sums / lengths, sums - plain])
    return scores, scores.argmax(axis=1)

# %% relative-per-word: The third row was divided by the length as well; it is the difference of the two sums.
def choose_answer(model, prompt, neutral, answers):
    def total(context, answer):
        z = model(np.array([*context, *answer]))[len(context) - 1 : -1]
        z = z - z.max(axis=1, keepdims=True)
        log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
        return log_p[np.arange(len(answer)), answer].sum()

    sums = np.array([total(prompt, answer) for answer in answers])
    plain = np.array([total(neutral, answer) for answer in answers])
    lengths = np.array([len(answer) for answer in answers])
    scores = np.stack([sums, sums / lengths, (sums - plain) / lengths])
    return scores, scores.argmax(axis=1)

# %% ratio: The two sums were divided; of logarithms the difference is taken.
def choose_answer(model, prompt, neutral, answers):
    def total(context, answer):
        z = model(np.array([*context, *answer]))[len(context) - 1 : -1]
        z = z - z.max(axis=1, keepdims=True)
        log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
        return log_p[np.arange(len(answer)), answer].sum()

    sums = np.array([total(prompt, answer) for answer in answers])
    plain = np.array([total(neutral, answer) for answer in answers])
    lengths = np.array([len(answer) for answer in answers])
    scores = np.stack([sums, sums / lengths, sums / plain])
    return scores, scores.argmax(axis=1)

# %% reversed: The third row has the wrong sign: what the prompt adds over the neutral one.
def choose_answer(model, prompt, neutral, answers):
    def total(context, answer):
        z = model(np.array([*context, *answer]))[len(context) - 1 : -1]
        z = z - z.max(axis=1, keepdims=True)
        log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
        return log_p[np.arange(len(answer)), answer].sum()

    sums = np.array([total(prompt, answer) for answer in answers])
    plain = np.array([total(neutral, answer) for answer in answers])
    lengths = np.array([len(answer) for answer in answers])
    scores = np.stack([sums, sums / lengths, plain - sums])
    return scores, scores.argmax(axis=1)

# %% smallest: The answers with the smallest scores were chosen.
def choose_answer(model, prompt, neutral, answers):
    def total(context, answer):
        z = model(np.array([*context, *answer]))[len(context) - 1 : -1]
        z = z - z.max(axis=1, keepdims=True)
        log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
        return log_p[np.arange(len(answer)), answer].sum()

    sums = np.array([total(prompt, answer) for answer in answers])
    plain = np.array([total(neutral, answer) for answer in answers])
    lengths = np.array([len(answer) for answer in answers])
    scores = np.stack([sums, sums / lengths, sums - plain])
    return scores, scores.argmin(axis=1)

# %% first-word: Only the first word of each answer was scored.
def choose_answer(model, prompt, neutral, answers):
    def total(context, answer):
        z = model(np.array([*context, *answer]))[len(context) - 1 : -1]
        z = z - z.max(axis=1, keepdims=True)
        log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
        return log_p[np.arange(len(answer)), answer][0]

    sums = np.array([total(prompt, answer) for answer in answers])
    plain = np.array([total(neutral, answer) for answer in answers])
    lengths = np.array([len(answer) for answer in answers])
    scores = np.stack([sums, sums / lengths, sums - plain])
    return scores, scores.argmax(axis=1)

# %% mean-first: The first row is already a mean over the words; it is their sum.
def choose_answer(model, prompt, neutral, answers):
    def total(context, answer):
        z = model(np.array([*context, *answer]))[len(context) - 1 : -1]
        z = z - z.max(axis=1, keepdims=True)
        log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
        return log_p[np.arange(len(answer)), answer].mean()

    sums = np.array([total(prompt, answer) for answer in answers])
    plain = np.array([total(neutral, answer) for answer in answers])
    lengths = np.array([len(answer) for answer in answers])
    scores = np.stack([sums, sums, sums - plain])
    return scores, scores.argmax(axis=1)

# %% no-context: The words of the answer were scored without the prompt before them.
def choose_answer(model, prompt, neutral, answers):
    def total(context, answer):
        z = model(np.array([context[-1], *answer]))[:-1]
        z = z - z.max(axis=1, keepdims=True)
        log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
        return log_p[np.arange(len(answer)), answer].sum()

    sums = np.array([total(prompt, answer) for answer in answers])
    plain = np.array([total(neutral, answer) for answer in answers])
    lengths = np.array([len(answer) for answer in answers])
    scores = np.stack([sums, sums / lengths, sums - plain])
    return scores, scores.argmax(axis=1)

# %% overflow: The exponential of large scores overflows; the largest of a row has to be subtracted before.
def choose_answer(model, prompt, neutral, answers):
    def total(context, answer):
        z = model(np.array([*context, *answer]))[len(context) - 1 : -1]
        log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
        return log_p[np.arange(len(answer)), answer].sum()

    sums = np.array([total(prompt, answer) for answer in answers])
    plain = np.array([total(neutral, answer) for answer in answers])
    lengths = np.array([len(answer) for answer in answers])
    scores = np.stack([sums, sums / lengths, sums - plain])
    return scores, scores.argmax(axis=1)

# %% over-positions: The softmax was taken over places; it runs over words.
def choose_answer(model, prompt, neutral, answers):
    def total(context, answer):
        z = model(np.array([*context, *answer]))[len(context) - 1 : -1]
        z = z - z.max(axis=0, keepdims=True)
        log_p = z - np.log(np.exp(z).sum(axis=0, keepdims=True))
        return log_p[np.arange(len(answer)), answer].sum()

    sums = np.array([total(prompt, answer) for answer in answers])
    plain = np.array([total(neutral, answer) for answer in answers])
    lengths = np.array([len(answer) for answer in answers])
    scores = np.stack([sums, sums / lengths, sums - plain])
    return scores, scores.argmax(axis=1)
