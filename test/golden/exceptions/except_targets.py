class O: pass
o, d, l = O(), {}, [0]
try: raise ValueError('v')
except ValueError, o.x: print repr(o.x)
try: raise ValueError('w')
except ValueError as d['k']: print repr(d['k'])
try: raise ValueError('a', 'b')
except ValueError, (p, q): print p, q
try: raise ValueError(1)
except (KeyError, ValueError), l[0]: print repr(l[0])
try: raise KeyError(1)
except KeyError, e: pass
print repr(e)
def f():
    try: raise KeyError
    except KeyError as e: pass
    return e
print repr(f())
