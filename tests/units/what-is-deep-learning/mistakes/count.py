# %% swapped: the two counts are in the wrong order: learnt first
def count(inputs, layers):
    learnt = kept = 0
    for layer in layers:
        per = inputs + layer['bias'] + (layer['activation'] == 'prelu')
        number = layer['units'] * per
        if layer['frozen']:
            kept += number
        else:
            learnt += number
        inputs = layer['units']
    return kept, learnt
# %% no-bias: the biases are missing
def count(inputs, layers):
    learnt = kept = 0
    for layer in layers:
        per = inputs + (layer['activation'] == 'prelu')
        number = layer['units'] * per
        if layer['frozen']:
            kept += number
        else:
            learnt += number
        inputs = layer['units']
    return learnt, kept
# %% always-bias: biases were counted in layers that have none
def count(inputs, layers):
    learnt = kept = 0
    for layer in layers:
        per = inputs + 1 + (layer['activation'] == 'prelu')
        number = layer['units'] * per
        if layer['frozen']:
            kept += number
        else:
            learnt += number
        inputs = layer['units']
    return learnt, kept
# %% one-bias: one bias was counted for each layer; there is one for each unit
def count(inputs, layers):
    learnt = kept = 0
    for layer in layers:
        per = inputs + (layer['activation'] == 'prelu')
        number = layer['units'] * per + layer['bias']
        if layer['frozen']:
            kept += number
        else:
            learnt += number
        inputs = layer['units']
    return learnt, kept
# %% no-slopes: the slopes that prelu learns were not counted
def count(inputs, layers):
    learnt = kept = 0
    for layer in layers:
        per = inputs + layer['bias']
        number = layer['units'] * per
        if layer['frozen']:
            kept += number
        else:
            learnt += number
        inputs = layer['units']
    return learnt, kept
# %% one-slope: prelu has one slope for each unit; one for the layer was counted
def count(inputs, layers):
    learnt = kept = 0
    for layer in layers:
        per = inputs + layer['bias']
        number = layer['units'] * per + (layer['activation'] == 'prelu')
        if layer['frozen']:
            kept += number
        else:
            learnt += number
        inputs = layer['units']
    return learnt, kept
# %% leaky-too: the slope of leaky was counted, though it is set beforehand and not learnt
def count(inputs, layers):
    learnt = kept = 0
    for layer in layers:
        per = inputs + layer['bias'] + (layer['activation'] in ('prelu', 'leaky'))
        number = layer['units'] * per
        if layer['frozen']:
            kept += number
        else:
            learnt += number
        inputs = layer['units']
    return learnt, kept
# %% frozen-learnt: frozen layers were counted as learnt
def count(inputs, layers):
    learnt = kept = 0
    for layer in layers:
        per = inputs + layer['bias'] + (layer['activation'] == 'prelu')
        number = layer['units'] * per
        if False:
            kept += number
        else:
            learnt += number
        inputs = layer['units']
    return learnt, kept
# %% frozen-dropped: the numbers in frozen layers were left out; they belong in the second count
def count(inputs, layers):
    learnt = kept = 0
    for layer in layers:
        per = inputs + layer['bias'] + (layer['activation'] == 'prelu')
        number = layer['units'] * per
        if layer['frozen']:
            kept += number
        else:
            learnt += number
        inputs = layer['units']
    return learnt, 0
# %% always-inputs: every layer was taken to read the inputs; it reads the layer before
def count(inputs, layers):
    learnt = kept = 0
    for layer in layers:
        per = inputs + layer['bias'] + (layer['activation'] == 'prelu')
        number = layer['units'] * per
        if layer['frozen']:
            kept += number
        else:
            learnt += number
    return learnt, kept
# %% frozen-unread: the layer after a frozen one was taken to read what the frozen one reads
def count(inputs, layers):
    learnt = kept = 0
    for layer in layers:
        per = inputs + layer['bias'] + (layer['activation'] == 'prelu')
        number = layer['units'] * per
        if layer['frozen']:
            kept += number
        else:
            learnt += number
        inputs = inputs if layer['frozen'] else layer['units']
    return learnt, kept
# %% used-up: the description of the network was changed by the call
def count(inputs, layers):
    learnt = kept = 0
    for layer in layers:
        per = inputs + layer['bias'] + (layer.pop('activation') == 'prelu')
        number = layer['units'] * per
        if layer['frozen']:
            kept += number
        else:
            learnt += number
        inputs = layer['units']
    return learnt, kept
