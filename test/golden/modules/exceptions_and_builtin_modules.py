import exceptions, __builtin__, __future__, __main__
print exceptions.KeyError is KeyError, exceptions.__name__
print sorted(n for n in dir(exceptions) if n[0] != '_')[:5], __builtin__.len is len
print __builtin__.__name__, __future__.division.compiler_flag, __main__.__name__
__main__.injected = 5
print injected
