class A:
    def __getattr__(self, n):
        if n.startswith('__'): raise AttributeError(n)
        print 'getattr', n
        return n.upper()
    def __setattr__(self, n, v):
        print 'setattr', n, v
        self.__dict__[n] = v
    def __delattr__(self, n):
        print 'delattr', n
        del self.__dict__[n]
a = A()
a.x = 1
print a.x, a.foo
del a.x
print a.x
print hasattr(a, 'any'), getattr(a, 'q', 'd')
print len(a) if hasattr(a, '__len__') else 'no len'
