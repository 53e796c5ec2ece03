# pstats over made profiles; cProfile and profile through their interface.
import cProfile
import os
import profile
import pstats
import StringIO
import sys
import tempfile


class Made:
    def create_stats(self):
        a, b, c = ('/x/a.py', 1, 'f'), ('/y/a.py', 1, 'f'), ('~', 0, '<len>')
        self.stats = {a: (2, 3, 0.5, 1.25, {}), b: (1, 1, 0.25, 0.25, {a: (1, 1, 0.25, 0.25)}),
                      c: (4, 4, 0.125, 0.125, {a: (3, 3, 0.1, 0.1), b: (1, 1, 0.025, 0.025)})}

s = pstats.Stats(Made(), stream=sys.stdout)
s.sort_stats('cumulative').print_stats()
s.sort_stats('calls', 'name').print_stats(1).print_callers('len')
s.sort_stats('nfl').reverse_order().print_callees()
s.add(Made()).strip_dirs().sort_stats('time').print_stats(.5)
s.print_stats('[')
name = tempfile.mktemp()
s.dump_stats(name)
print sorted(pstats.Stats(name).stats)
os.remove(name)
for call in (lambda: pstats.Stats(Made(), strem=1), lambda: s.sort_stats('no')):
    try:
        call()
    except Exception, e:
        print type(e).__name__, e


def work(n):
    return sum(range(n))

for module in cProfile, profile:
    p = module.Profile()
    print p.runcall(work, 10)
    p.create_stats()
    print [k[2] for k in p.stats if k[2] == 'work']
    out = {}
    module.runctx('x = work(5)', globals(), out, name)
    print out['x'], len(pstats.Stats(name).stats) > 0
    os.remove(name)
