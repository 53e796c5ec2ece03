__all__ = ['sub']
print 'pkg init'
