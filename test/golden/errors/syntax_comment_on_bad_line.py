x = (1, 2   # the rest is missing
y = 2
