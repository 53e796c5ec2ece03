import operator
vals = [1, 2L, 1.5, 'a', u'b', [1], (1,), {}, None, set([1]), object]
ops = [('+', operator.add), ('-', operator.sub), ('*', operator.mul), ('%', operator.mod),
    ('&', operator.and_), ('**', operator.pow)]
for n, op in ops:
    for a in vals:
        for b in vals:
            try:
                op(a, b)
            except TypeError as e:
                print e
            except ValueError as e:
                print 'ValueError', e
