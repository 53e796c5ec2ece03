class P(object):
    @property
    def area(self):
        return self.w * self.h
    w = 5
print P().area
