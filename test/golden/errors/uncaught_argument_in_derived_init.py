class Base(object):
    def __init__(self, x):
        self.x = x
class Derived(Base):
    pass
Derived()
