try:
    try:
        x = 1
    except ValueError:
        print 'inner'
    else:
        raise ValueError('else')
except ValueError as e:
    print 'outer', e
def f():
    for i in range(3):
        try:
            if i == 2: return 'ret'
        except Exception:
            pass
        else:
            continue
        finally:
            print 'fin', i
print f()
