x = 1
lst = [1]
def inc():
    global x
    x += 1
