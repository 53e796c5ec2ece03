import atexit, sys
def bye(*a, **k): print 'bye', a, sorted(k.items())
print atexit.register(bye, 1, x=2) is bye
atexit.register(bye, 'second')
@atexit.register
def decorated(): print 'decorated'
def nested(): atexit.register(bye, 'registered late')
atexit.register(nested)
print 'main ends'
