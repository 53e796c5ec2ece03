import sys
sys.setrecursionlimit(30000)
def deep(n):
    if n == 0: return 0
    return 1 + deep(n - 1)
import threading
threading.stack_size(64 * 1024 * 1024 * 4)
r = []
t = threading.Thread(target=lambda: r.append(deep(20000)))
t.start(); t.join()
print r
