# next() shows the StopIteration that a class's next raised; loops end.
class C(object):
    def next(self):
        raise StopIteration('why', 3)

    def __iter__(self):
        return self

for call in (lambda: next(C()), lambda: C().next(), lambda: next(iter(C()))):
    try:
        call()
    except StopIteration as e:
        print e.args
print next(C(), 'default'), list(C()), [x for x in C()], zip(C(), [1])
for x in C():
    print x
