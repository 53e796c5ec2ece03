# update with a dict is one step; keys, values, items and copies see one state.
import threading

def run(body, n=8):
    threads = [threading.Thread(target=body, args=(i,)) for i in range(n)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()

d = dict.fromkeys('abcdefgh', 0)
bad = []
def body(tag):
    mine = dict.fromkeys('abcdefgh', tag)
    for i in xrange(2000):
        if tag < 3:
            d.update(mine)
        else:
            for values in (d.values(), [v for k, v in d.items()],
                           d.copy().values(), dict(d).values()):
                if len(values) != 8 or len(set(values)) != 1:
                    bad.append(values)
            if len(d.keys()) != 8 or len(list(d)) != 8:
                bad.append('keys')
run(body)
print bad[:3], len(bad), sorted(d)
