import sys
sys.setrecursionlimit(60)
def down(n):
    return down(n + 1)
try:
    down(0)
except RuntimeError as e:
    print e
    tb = sys.exc_info()[2]
    n = 0
    while tb:
        n += 1
        tb = tb.tb_next
    print n > 40
