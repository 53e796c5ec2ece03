def f():
    return 1 / 0    # the comment is part of the line shown
f()                 # so is this one
