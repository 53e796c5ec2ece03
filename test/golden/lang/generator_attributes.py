def gen(): yield 1
g = gen()
print g.__name__, g.gi_running, g.gi_code.co_name, g.gi_frame is not None
list(g)
print g.gi_frame
x = (i for i in [])
print x.__name__
print sorted(n for n in dir(g) if not n.startswith('__'))
