def t(x):
    try:
        print 'body', 10 / x
    except ZeroDivisionError:
        print 'zero'
    except TypeError, e:
        print e
    else:
        print 'else'
    finally:
        print 'finally'
t(5)
t(0)
t('a')
def r():
    try:
        pass
    except Exception:
        pass
    else:
        return 'from else'
    finally:
        print 'before return'
print r()
try:
    try: pass
    except: pass
    else: raise KeyError('else raises')
except KeyError as e:
    print 'outer', e
