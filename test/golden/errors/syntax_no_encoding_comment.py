def f():
    # é in a comment
    return 1
