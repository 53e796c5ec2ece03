import threading
d = {}
winners = []
def work(me):
    for i in range(500):
        if d.setdefault(i, me) == me: winners.append(i)
ts = [threading.Thread(target=work, args=(k,)) for k in range(4)]
for t in ts: t.start()
for t in ts: t.join()
print len(d), sorted(winners) == range(500)
d = dict.fromkeys(range(1000))
popped = []
def drain():
    while True:
        try: popped.append(d.popitem()[0])
        except KeyError: return
ts = [threading.Thread(target=drain) for k in range(4)]
for t in ts: t.start()
for t in ts: t.join()
print len(popped), len(set(popped))
