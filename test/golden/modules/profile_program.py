# Profilers count the calls of the program's functions.
import StringIO
import cProfile
import os
import profile
import pstats
def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)
class A(object):
    def method(self):
        return [len(str(i)) for i in range(10)]
def main():
    A().method()
    A().method()
    return fib(6)
def show(s):
    for (file, line, name), row in sorted(s.stats.items()):
        callers = row[4]
        if file.endswith('profile_program.py') and name != 'main':
            print name, line, row[0], row[1], sorted(
                (k[2], v[0] if isinstance(v, tuple) else v)
                for k, v in callers.items())
        elif name in ('<len>', '<range>'):
            print name, row[0]
for kind in cProfile.Profile, profile.Profile:
    p = kind()
    print p.runcall(main)
    show(pstats.Stats(p))
p = cProfile.Profile()
p.enable()
main()
p.disable()
show(pstats.Stats(p))
cProfile.run('main()', 'profile_program.tmp')
show(pstats.Stats('profile_program.tmp'))
os.unlink('profile_program.tmp')
