# %% count-weights
# The chapter counts by asking Keras, which has no list of tuples.
