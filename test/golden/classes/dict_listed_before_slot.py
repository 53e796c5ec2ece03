# A name that an instance's __dict__ knows before another instance gives it a
# place in the class: attribute and dict stay one.
class C(object):
    pass

a, b = C(), C()
a.__dict__
a.late = 1
setattr(b, 'late', 2)
a.late = 5
print a.late, a.__dict__['late'], vars(a)
a.__dict__['late'] = 7
print a.late, b.late, vars(b)
del a.late
print hasattr(a, 'late'), vars(a)
