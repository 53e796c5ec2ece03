for f in (lambda: None(), lambda: None + 1, lambda: None[0], lambda: type(None)(),
        lambda: len(None), lambda: None.x, lambda: Ellipsis(), lambda: NotImplemented + 1,
        lambda: -None, lambda: type(Ellipsis)(), lambda: None > 0):
    try:
        print f()
    except TypeError as e:
        print e
    except AttributeError as e:
        print e
