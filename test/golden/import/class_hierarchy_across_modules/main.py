from base import Base
from derived import Derived
class Local(Derived):
    def who(self): return 'Local>' + super(Local, self).who()
print Local().who(), [c.__module__ + '.' + c.__name__ for c in Local.__mro__[:-1]], Local
Base.who = lambda self: 'patched Base'
print Local().who(), repr(Derived)
