def f():
    for i in 5:
        pass
f()
