"""Builtins that go through a list of plain items, and order of lists, see one
moment."""
import threading

def run(body, n=8):
    threads = [threading.Thread(target=body, args=(i,)) for i in range(n)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()

N = 300
A, B = range(64), range(64)[::-1]
TOTAL = sum(A)
L = A[:]
M = A[:]
bad = []
def change(i):
    for k in xrange(N * 5):
        L.reverse()
        M[:] = B if k & 1 else A
        M[3:5] = [M[4], M[3]]
        if k % 3 == 0:
            L.sort()
def whole(i):
    for k in xrange(N):
        if sum(L) not in (0, TOTAL):
            bad.append('sum')
        if L and (min(L), max(L)) != (0, 63):
            bad.append('minmax')
        if len(set(M)) != 64:
            bad.append('set')
        if len(frozenset(M)) != 64:
            bad.append('frozenset')
        if sum(M) != TOTAL:
            bad.append('sum slice')
        if max(M) != 63 or min(M) != 0:
            bad.append('max')
        if len(dict.fromkeys(M)) != 64:
            bad.append('fromkeys')
        if sorted(M) != A:
            bad.append('sorted')
        if bytearray(M).count(chr(9)) != 1:
            bad.append('bytearray')
        if not any(M) or all(M):
            bad.append('anyall')
P = [0] * 40
Q = [1] * 40
def flip(i):
    for k in xrange(N * 5):
        P[:] = Q if k & 1 else [2] * 40
def compare(i):
    zero, one, two = [0] * 40, [1] * 40, [2] * 40
    for k in xrange(N):
        c = P[:]
        if c != zero and c != one and c != two:
            bad.append('copy')
        if P > two:
            bad.append('greater')
run(lambda i: (change if i < 1 else whole)(i), 4)
run(lambda i: (flip if i < 1 else compare)(i), 4)
print sorted(set(bad))
