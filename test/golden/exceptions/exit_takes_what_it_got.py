# What sys.exit was given counts as it is as long as nobody caught it: a tuple
# is printed, though SystemExit would take its items as arguments.
import sys


def leave(code):
    try:
        sys.exit(code)
    finally:
        print 'leaving'


for code in (), (4,), (4, 5), None, 'x':
    try:
        leave(code)
    except SystemExit as e:
        print repr(e.code), e.args
leave((4,))
