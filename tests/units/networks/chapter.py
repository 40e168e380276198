# %% forward
# as it is
