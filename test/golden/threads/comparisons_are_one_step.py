"""== of two lists, or two dicts, that others change as one step: never half
of one and half of the other."""
import threading
A = [0] * 200
D = dict.fromkeys(range(100), 0)
HALF = [0] * 100 + [1] * 100
FLAH = [1] * 100 + [0] * 100
keys = D.keys()
DHALF = dict(zip(keys, HALF[50:150]))
DFLAH = dict(zip(keys, FLAH[50:150]))
stop, bad = [], []
def change():
    zero, one = [0] * 200, [1] * 200
    d0, d1 = dict.fromkeys(range(100), 0), dict.fromkeys(range(100), 1)
    for k in xrange(2000):
        A[:] = one if k & 1 else zero
        D.update(d1 if k & 1 else d0)
    stop.append(1)
def check():
    while not stop:
        if A == HALF or A == FLAH or HALF == A:
            bad.append('list')
        if not A != FLAH:
            bad.append('list !=')
        if D == DHALF or D == DFLAH or not DFLAH != D:
            bad.append('dict')
ts = [threading.Thread(target=change)] + [threading.Thread(target=check) for i in range(7)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print sorted(set(bad))
