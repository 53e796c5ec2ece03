class A(Exception): pass
class B(A): pass
class O: pass
class P(O): pass
def t(e):
    try:
        raise e
    except (KeyError, IndexError): return 'tuple'
    except B: return 'B'
    except A: return 'A'
    except ((ValueError, (TypeError,)), OSError): return 'nested tuple'
    except O: return 'old'
    except LookupError: return 'lookup'
    except EnvironmentError: return 'env'
    except Exception, e: return 'Exception ' + type(e).__name__
    except: return 'bare'
for e in (KeyError, B, A, ValueError, TypeError, OSError, P, IOError, SystemExit, LookupError,
        StopIteration, KeyboardInterrupt, GeneratorExit, UnicodeError):
    print t(e),
print
def show(x): print 'eval', x; return x
try:
    raise KeyError
except show(ValueError): pass
except show(KeyError): print 'matched'
except show(IndexError): pass
