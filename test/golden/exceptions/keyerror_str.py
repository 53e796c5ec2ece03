print str(KeyError('a')), repr(KeyError('a')), str(KeyError()), str(KeyError('a', 'b'))
print str(KeyError(1)), str(KeyError(u'\xe9')), str(KeyError("it's"))
for k in 'x', 5, (1, 2), None, u'u':
    try:
        {}[k]
    except KeyError as e:
        print e, e.args
try:
    set().remove(frozenset([1]))
except KeyError as e:
    print e
try:
    {}.pop('zz')
except KeyError as e:
    print e
try:
    {}.popitem()
except KeyError as e:
    print e
