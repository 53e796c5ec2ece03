import threading
total, lock = [0], threading.Lock()
def work(n):
    with lock: total[0] += n
for batch in range(5):
    ts = [threading.Thread(target=work, args=(i,)) for i in range(40)]
    for t in ts: t.start()
    for t in ts: t.join()
print total
