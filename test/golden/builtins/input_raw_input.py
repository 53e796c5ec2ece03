print repr(raw_input())
print repr(raw_input('prompt> '))
print repr(raw_input())
import sys
print repr(sys.stdin.readline()), [l for l in sys.stdin]
try:
    raw_input('more? ')
except EOFError as e:
    print 'EOF', e
