# Lists that one thread writes item by item while others make them longer: no
# write is lost; and many lists that pass from one thread to another.
import os
import threading


def fill(items, n, base):
    for i in range(n):
        items[i] = base + i


def check(items, n, base):
    for i in range(n):
        if items[i] != base + i:
            return False
    return True


def append(items, n):
    for i in range(n):
        items.append(i)


def insert_at_end(items, n):
    for i in range(n):
        items.insert(len(items), i)
        if i % 50 == 0:
            items.extend([i] * 3)
            del items[-3:]


def round_of(make, grow, n, more):
    items = make(n)
    fill(items, n, 1)
    t = threading.Thread(target=grow, args=(items, more))
    t.start()
    good = True
    for k in range(20):
        fill(items, n, 10000 * k)
        good = good and check(items, n, 10000 * k)
    t.join()
    return good and check(items, n, 190000) and len(items) == n + more


print all(round_of(lambda n: [0] * n, append, 300, 5000) for i in range(30))
print all(round_of(range, insert_at_end, 200, 2000) for i in range(30))


def add_one(lists):
    for items in lists:
        items[0] += 1
        items.append(len(items))
        items[1] = items[0]


lists = [[i, 0] for i in range(1500)]
for k in range(3):
    t = threading.Thread(target=add_one, args=(lists,))
    t.start()
    t.join()
    add_one(lists)
print sum(items[1] for items in lists), sum(len(items) for items in lists)

mine = []
for i in range(100):
    mine.append(i)
pid = os.fork()
if not pid:
    fill(mine, 100, 7)
    t = threading.Thread(target=append, args=(mine, 100))
    t.start()
    fill(mine, 100, 8)
    t.join()
    os._exit(0 if check(mine, 100, 8) and len(mine) == 200 else 1)
print os.waitpid(pid, 0)[1], check(mine, 100, 0)
