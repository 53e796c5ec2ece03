x = 1
def f():
    y = = 2
