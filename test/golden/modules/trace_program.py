# Module trace counts and shows the lines of the program's functions.
import sys
import trace
def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)
def main():
    print fib(5)
t = trace.Trace(count=1, trace=0, ignoredirs=[sys.prefix])
t.runfunc(main)
for (name, line), n in sorted(t.results().counts.items()):
    if name.endswith('trace_program.py'):
        print line, n
t = trace.Trace(count=0, trace=1)
t.runfunc(fib, 2)
t = trace.Trace(countfuncs=1)
t.runfunc(main)
print sorted(k[1:] for k in t.results().calledfuncs if k[1] != 'trace')
