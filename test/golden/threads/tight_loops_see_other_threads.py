# Loops without calls: they see what other threads do to lists, in time.
import sys
import threading

flag = [0]
box = [0, 0, 0]


def wait_for(flag, value):
    turns = 0
    while flag[0] != value:
        turns += 1
    return turns >= 0


def wait_for_length(items, n):
    while True:
        if len(items) >= n:
            return items[n - 1]


def writer(items):
    flag[0] = 1
    for i in range(20000):
        items.append(i)
    wait_for(flag, 2)
    del items[10:]
    flag[0] = 3


def total(items, n):
    s = 0
    for i in range(n):
        s += items[i]
    return s


def shrink_and_grow(items, rounds):
    for r in range(rounds):
        del items[50:]
        items.extend(range(50, 100))
    flag[0] = 4


def watch(items):
    errors = 0
    while flag[0] != 4:
        try:
            s = total(items, 100)
            if not 0 <= s <= 4950:
                print 'wrong', s
        except IndexError:
            errors += 1
    return errors >= 0


sys.setcheckinterval(1)
items = []
t = threading.Thread(target=writer, args=(items,))
t.start()
print wait_for(flag, 1), wait_for_length(items, 20000)
print total(items, 20000)
flag[0] = 2
print wait_for(flag, 3), len(items)
t.join()
hundred = range(100)
t = threading.Thread(target=shrink_and_grow, args=(hundred, 3000))
t.start()
print watch(hundred)
t.join()
print total(hundred, 100)


def count(cells, me, n):
    for i in range(n):
        cells[me] = cells[me] + 1
        cells[2] = i


threads = [threading.Thread(target=count, args=(box, k, 30000)) for k in (0, 1)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print box
