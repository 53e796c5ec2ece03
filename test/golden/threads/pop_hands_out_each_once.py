import threading
stack = range(4000)
taken = [[] for i in range(4)]
def work(mine):
    while True:
        try:
            mine.append(stack.pop())
        except IndexError:
            return
ts = [threading.Thread(target=work, args=(m,)) for m in taken]
for t in ts: t.start()
for t in ts: t.join()
everything = sum(taken, [])
print len(everything), sorted(everything) == range(4000), stack
