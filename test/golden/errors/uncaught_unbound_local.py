counter = 0
def inc():
    counter += 1
inc()
