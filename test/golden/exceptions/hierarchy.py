import exceptions
def tree(c, d=0):
    print '  ' * d + c.__name__
    for s in sorted(c.__subclasses__(), key=lambda k: k.__name__):
        if s.__module__ == 'exceptions': tree(s, d + 1)
tree(BaseException)
print exceptions.ValueError is ValueError, ValueError.__module__, ValueError
print `ValueError`, bool(ValueError.__doc__)
