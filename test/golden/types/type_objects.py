for t in (int, long, float, complex, str, unicode, list, tuple, dict, set, frozenset, bool,
        object, type, file, xrange, slice, property, staticmethod, classmethod, super,
        basestring, bytearray, buffer, memoryview, enumerate, reversed, Exception):
    print t, t.__name__, t.__module__, t.__base__, [m.__name__ for m in t.__mro__]
    print t.__basicsize__ > 0, type(t), t == t, callable(t)
print type(5), type(type), type(len), type(lambda: 0), type((x for x in []))
print type(iter([])), type(iter(())), type(iter('')), type(iter({})), type(iter(set()))
print type(iter(u'')), type({}.items), type(str.upper), type(object.__init__)
print type(int.__dict__), type(int.__dict__['real']), type(Exception().__init__)
print type(''.join), type(iter(lambda: 0, 0)), type({}.iterkeys())
print type({}.itervalues()), type(enumerate([])), type(reversed([]))
print type(iter(xrange(1)))
