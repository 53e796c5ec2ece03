def inner():
    raise KeyError('k')
def outer():
    try:
        inner()
    except KeyError as e:
        print 'caught'
        raise e
outer()
