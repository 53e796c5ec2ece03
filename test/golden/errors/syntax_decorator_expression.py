@f[0]
def g(): pass
