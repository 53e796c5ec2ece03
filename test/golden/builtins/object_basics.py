o = object()
print type(o), o == o, o == object(), bool(o), isinstance(o, object), hash(o) == hash(o)
print str(o).startswith('<object object at 0x'), object.__name__, object.__bases__
print object.__mro__
print sorted(n for n in dir(o)), o.__class__, bool(o.__doc__), o.__repr__() == repr(o)
print object.__base__, o.__format__('') == str(o), object.__subclasshook__(5)
