# A generator that waits in a try when the program ends is closed.
def guarded():
    try:
        yield 1
    finally:
        print 'closed'


suspended = guarded()
print next(suspended)
