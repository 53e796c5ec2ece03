class Meta(type):
    def __new__(m, name, bases, ns):
        if 'required' not in ns:
            raise TypeError('%s lacks required' % name)
        return type.__new__(m, name, bases, ns)
class A(object):
    __metaclass__ = Meta
    other = 1
