import sys
print repr(sys.stdin.readline())
print repr(sys.stdin.read(4))
print repr(sys.stdin.next())
for line in sys.stdin: print repr(line)
print repr(sys.stdin.read()), repr(sys.stdin.readline())
