for f in (lambda: 'a'.split(''), lambda: 'a'.split(5), lambda: 'a'.partition(''),
        lambda: 'a'.partition(5), lambda: ','.join([1]), lambda: ','.join(['a', None]),
        lambda: ','.join(5), lambda: 'a'.split(',', 'x'), lambda: 'a'.rsplit(''),
        lambda: 'a'.rpartition(''), lambda: 'a'.join(['a', u'\xe9', '\xe9']),
        lambda: ','.join([['a']])):
    try:
        print f()
    except Exception as e:
        print type(e).__name__, e
