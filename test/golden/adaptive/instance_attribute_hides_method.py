class A(object):
    def go(self): return 'method'
def run(xs): return [x.go() for x in xs]
a, b = A(), A()
print run([a, b])
a.go = lambda: 'instance'
print run([a, b])
a.__dict__['go'] = lambda: 'via dict'
b.__dict__.update(go=lambda: 'b too')
print run([a, b])
setattr(A, 'go', property(lambda self: lambda: 'data descriptor wins'))
print run([a, b])
