class A(object):
    def __radd__(self, o): return 'radd %r' % o
for f in (lambda: sum(['a']), lambda: sum(['a'], ''), lambda: sum([u'a'], u''), lambda: sum(5),
        lambda: sum([[1]]), lambda: sum([1], None), lambda: sum([None])):
    try:
        f()
    except TypeError as e:
        print e
