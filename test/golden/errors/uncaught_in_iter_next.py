class It(object):
    def __iter__(self):
        return self
    def next(self):
        raise IOError('next failed')
print list(It())
