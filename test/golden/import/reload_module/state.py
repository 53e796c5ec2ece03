print 'running', __name__
counter = 1
def get(): return counter
