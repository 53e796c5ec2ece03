class Base(object):
    def __init__(self, x):
        self.x = self.convert(x)
    def convert(self, x):
        return float(x)
class Derived(Base):
    def __init__(self, *a):
        super(Derived, self).__init__(*a)
Derived('not a number')
