import base
class Derived(base.Base):
    def who(self): return 'Derived>' + super(Derived, self).who()
