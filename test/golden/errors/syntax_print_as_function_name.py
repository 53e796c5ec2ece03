def print(x): pass
