class Off(object):
    def toggle(self):
        self.__class__ = On
        return 'now on'
class On(object):
    def toggle(self):
        self.__class__ = Off
        self.count = getattr(self, 'count', 0) + 1
        return 'now off %d' % self.count
s = Off()
for i in range(5): print s.toggle(),
print type(s).__name__
