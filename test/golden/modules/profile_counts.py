# Profilers count the calls of evaluated code.
import cProfile
import profile
import pstats

text = '''
def leaf(n):
    return len('x' * n)
def tree(n):
    if n == 0:
        return leaf(n)
    return tree(n - 1) + leaf(n)
'''
exec compile(text, '<calls>', 'exec')

for module in profile, cProfile:
    p = module.Profile()
    p.runctx('tree(3)', globals(), {})
    s = pstats.Stats(p)
    for key in sorted(s.stats):
        if key[0] == '<calls>':
            cc, nc, tt, ct, callers = s.stats[key]
            print key, cc, nc, tt >= 0, ct >= 0, sorted(callers)
