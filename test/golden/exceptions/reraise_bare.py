import sys
def f():
    try:
        1 / 0
    except ZeroDivisionError:
        print 'handling'
        raise
try:
    f()
except ZeroDivisionError as e:
    print 'outer', e
try:
    try:
        raise KeyError('first')
    except KeyError:
        try:
            raise ValueError('second')
        except ValueError:
            pass
        raise
except Exception as e:
    print repr(e)
def helper(): raise
try:
    try:
        [][1]
    except IndexError:
        helper()
except IndexError as e:
    print 'through helper', e
