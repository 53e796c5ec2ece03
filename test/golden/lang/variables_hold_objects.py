# What a variable refers to lives as long as it does, used or not.
import gc
import os
import tempfile
import weakref
from contextlib import contextmanager

gone = []

class Tracked(object):
    def __init__(self, name):
        self.name = name
    def __del__(self, gone=gone):
        gone.append(self.name)

def collect():
    for i in range(3):
        junk = [[j] for j in range(2000)]
        gc.collect()

def local():
    t = Tracked('local')
    name = t.name
    collect()
    return name in gone

def parameter(t):
    name = t.name
    collect()
    return name in gone

class Owner(object):
    def __init__(self):
        self.t = Tracked('attribute')
    def run(self):
        collect()
        return 'attribute' in gone

def loop():
    early = []
    for i in range(3):
        t = Tracked('loop%d' % i)
        name = t.name
        collect()
        early.append(name in gone)
    collect()
    return early, 'loop2' in gone

def container():
    files = [Tracked('item')]
    names = [f.name for f in files]
    collect()
    return names[0] in gone

def generator():
    t = Tracked('generator')
    yield t.name
    collect()
    yield 'resumed'

@contextmanager
def temporary(name):
    t = Tracked(name)
    yield t.name

def with_temporary():
    with temporary('with') as name:
        collect()
        return name in gone

def named_file():
    f = tempfile.NamedTemporaryFile()
    name = f.name
    collect()
    return os.path.exists(name)

def reader():
    r, w = os.pipe()
    f = os.fdopen(w, 'w')
    fd = f.fileno()
    collect()
    os.write(fd, 'still open')
    return os.read(r, 20)

def choice(n):
    if n:
        t = Tracked('one')
    else:
        t = Tracked('other')
    r = weakref.ref(t)
    collect()
    return r() is None

def closure():
    t = Tracked('closure')
    def inner():
        collect()
        return 'closure' in gone
    return inner()

print local(), parameter(Tracked('parameter')), Owner().run(), loop()
g = generator()
print container(), next(g) in gone,
collect()
print 'generator' in gone, next(g), with_temporary()
print named_file(), reader(), choice(0), choice(1), closure()
