def check(cls):
    if not hasattr(cls, 'name'):
        raise AttributeError('%s has no name' % cls.__name__)
    return cls

@check
class Good(object):
    name = 'g'

@check
class Bad(object):
    pass
