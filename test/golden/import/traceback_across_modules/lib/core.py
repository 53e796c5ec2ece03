def divide(a, b):
    # a comment line
    return a / b
