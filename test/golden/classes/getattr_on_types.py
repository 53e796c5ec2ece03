print int.__add__(1, 2), (5).__add__(3), str.__len__('abc'), [].__len__(), (1).__class__
print int.__name__, int.__mro__
print (3).__cmp__(4), 'a'.__eq__('a'), 'a'.__lt__(5)
print (1).__eq__(1) if hasattr(1, '__eq__') else 'int has no __eq__'
print getattr(5, 'real'), getattr('x', 'upper')(), getattr([], 'nope', 'default')
for f in (lambda: getattr(5, 'nope'), lambda: int.nope, lambda: getattr(5, 5), lambda: None.x,
        lambda: ().append, lambda: getattr(5), lambda: hasattr(5, 1)):
    try:
        f()
    except (AttributeError, TypeError) as e:
        print type(e).__name__, e
print str.join(',', ['a', 'b']), dict.fromkeys([1]), type.__name__, type.mro(int)
print object().__eq__(1) if hasattr(object(), '__eq__') else 'none'
