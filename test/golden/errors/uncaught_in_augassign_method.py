class V(object):
    def __iadd__(self, o):
        raise ValueError('iadd')
v = V()
for i in range(3):
    v += i
