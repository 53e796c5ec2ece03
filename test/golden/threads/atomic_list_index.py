# index() and remove() see one moment; unpacking a list does; a negative index
# counts from the length that the list has then.
import threading

pair, zeros, ends, done = [1, 2], [5] * 8, [5] * 8, []

def change():
    while not done:
        pair[:] = [3, 4]
        zeros[:] = [0] * 8
        pair[:] = [1, 2]
        zeros[:] = [5] * 8
        ends.append(1)
        ends.pop()

threads = [threading.Thread(target=change) for i in range(2)]
for t in threads:
    t.start()
odd = []
for i in xrange(30000):
    a, b = pair
    if b != a + 1:
        odd.append((a, b))
    try:
        if zeros.index(0):
            odd.append('index')
    except ValueError:
        pass
    try:
        ends[-1], ends[-8]
    except IndexError:
        odd.append('negative')
done.append(1)
for t in threads:
    t.join()
print odd
