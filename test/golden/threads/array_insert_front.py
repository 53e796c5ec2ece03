# Items put in front of an array while others append, count and read.
import array
import threading

ROUNDS = 1500


def run(functions):
    threads = [threading.Thread(target=f, args=(k,))
               for k, f in enumerate(functions)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()


both = array.array('i')


def insert(k):
    for i in xrange(ROUNDS):
        both.insert(0, k)


def append(k):
    for i in xrange(ROUNDS):
        both.append(k)


run([insert, append] * 4)
print len(both), [both.count(k) for k in range(8)]

moving = array.array('i', range(100))
wrong = []


def push(k):
    for i in xrange(ROUNDS):
        moving.insert(0, 7)
        moving.pop(0)


def look(k):
    for i in xrange(ROUNDS):
        if not 100 <= len(moving.tolist()) <= 104:
            wrong.append('length')
        if not 0 <= moving[50] < 100:
            wrong.append(moving[50])


run([push, look] * 4)
print wrong, len(moving)
