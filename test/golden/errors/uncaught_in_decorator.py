def deco(f):
    raise TypeError('bad decorator for ' + f.__name__)

@deco
def target():
    pass
