def g():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print 'exit'
        raise
    finally:
        print 'cleanup'
i = g()
i.next()
print i.close(), i.close()
j = g(); j.close()
print list(j)
def bad():
    try:
        yield 1
    except GeneratorExit:
        yield 2
k = bad(); k.next()
try:
    k.close()
except RuntimeError as e:
    print e
def ret():
    try:
        yield 1
    except GeneratorExit:
        return
r = ret()
r.next()
print r.close()
def err():
    try:
        yield 1
    finally:
        raise KeyError('in close')
e = err(); e.next()
try:
    e.close()
except KeyError as x:
    print x
