import sys, imp, os
here = os.path.dirname(os.path.abspath(__file__)) + '/plugins'
name = 'plug' + 'in_a'
sys.path.insert(0, here)
m = __import__(name)
print m.value, m.__name__, m.f(3)
pkg = __import__('p' + 'k.sub')
print pkg.__name__, pkg.sub.x, sorted(k for k in sys.modules if k.startswith('pk'))
m.value = 0
print reload(m).value
try:
    __import__('no' + 'such')
except ImportError, e:
    print e
try:
    __import__('bro' + 'ken')
except ZeroDivisionError, e:
    print e, 'broken' in sys.modules
l = imp.load_source('loaded', here + '/plugin_a.py')
print l.__name__, l.value, sys.modules['loaded'] is l
print eval('1')
