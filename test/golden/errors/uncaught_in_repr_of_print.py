class R(object):
    def __repr__(self):
        return 'x' + 5
print [1, R()]
