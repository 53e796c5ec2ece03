def f(): return g()
def g(): raise OverflowError('too big'); return 1
if 1: f()
