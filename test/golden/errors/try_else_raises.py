try:
    pass
except ValueError:
    print 'no'
else:
    raise LookupError('from else')
finally:
    print 'finally'
