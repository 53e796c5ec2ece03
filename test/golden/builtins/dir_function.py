class A(object):
    x = 1
    def __init__(self): self.z = 2
print [n for n in dir(A()) if not n.startswith('_')], 'x' in dir(A), 'z' in dir(A)
def f():
    b = 1
    a = 2
    return dir()
print f(), 'append' in dir([]), dir(type('T', (), {}))[-1]
print [n for n in dir(5) if n[0] != '_'], [n for n in dir('') if n[0] != '_'][:5]
print [n for n in dir([]) if n[0] != '_'], [n for n in dir({}) if n[0] != '_']
print [n for n in dir(set()) if n[0] != '_'], [n for n in dir(()) if n[0] != '_']
print [n for n in dir(1.5) if n[0] != '_'], len([n for n in dir(u'') if n[0] != '_'])
