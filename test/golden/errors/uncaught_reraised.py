def inner():
    raise KeyError('k')
def outer():
    try:
        inner()
    except KeyError:
        print 'caught'
        raise
outer()
