class T(object):
    def set_v(self, v):
        if v < 0:
            raise ValueError('negative')
        self._v = v
    v = property(None, set_v)
t = T()
t.v = 5
t.v = -1
