def logged(f):
    def wrapper(*a):
        print 'call', f.__name__
        return f(*a)
    return wrapper

@logged
@logged
def divide(a, b):
    return a / b

divide(1, 0)
