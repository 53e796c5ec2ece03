"""Random operations of several threads on one container, checked against one
thread: the results and the end must come from some order of the operations
that keeps each thread's own.

    linear SEED SECONDS [KIND...]

Reads of one item of a list take no lock and may come between the words that an
insertion or a reversal moves: they are left out.  Prints the rounds played; a round
without such an order is printed, exit 1.
"""
import random
import sys
import threading
import time
from collections import deque

THREADS, OPERATIONS = 3, 4


class Any(object):
    """Stands for a result that depends on the order of a table."""


def take(s, wanted):
    """set.pop and dict.popitem, of what a thread got."""
    if wanted is Any:
        return s.pop() if isinstance(s, set) else s.popitem()
    if isinstance(s, set):
        if wanted in s:
            s.remove(wanted)
            return wanted
    elif isinstance(wanted, tuple) and s.get(wanted[0]) == wanted[1]:
        del s[wanted[0]]
        return wanted
    if s:
        return 'something else'
    raise KeyError


def put(target, key, value):
    target[key] = value


def delete(target, key):
    del target[key]


def ior(s, t):
    s |= t


def isub(s, t):
    s -= t


def iand(s, t):
    s &= t


def iadd(s, t):
    s += t


def imul(s, n):
    s *= n


LIST = [
    lambda l, x, w: l.append(x), lambda l, x, w: l.pop(),
    lambda l, x, w: l.pop(0), lambda l, x, w: l.insert(0, x),
    lambda l, x, w: l.insert(1, x), lambda l, x, w: l.extend([x, x + 1]),
    lambda l, x, w: iadd(l, (x, x)), lambda l, x, w: put(l, 0, x),
    lambda l, x, w: delete(l, 0), lambda l, x, w: put(l, slice(None), [x] * 3),
    lambda l, x, w: put(l, slice(1, 2), [x, x]),
    lambda l, x, w: delete(l, slice(0, 2)), lambda l, x, w: len(l),
    lambda l, x, w: l[:], lambda l, x, w: tuple(l), lambda l, x, w: l + l,
    lambda l, x, w: x in l, lambda l, x, w: l.index(x),
    lambda l, x, w: l.remove(x), lambda l, x, w: l.count(x),
    lambda l, x, w: l.reverse(), lambda l, x, w: l[::2], lambda l, x, w: sorted(l),
    lambda l, x, w: imul(l, 2),
    lambda l, x, w: put(l, slice(None, None, 2), [x] * 2),
    lambda l, x, w: repr(l)]
DICT = [
    lambda d, x, w: put(d, x, x), lambda d, x, w: put(d, x, 0),
    lambda d, x, w: d.pop(x), lambda d, x, w: d.pop(x, None),
    lambda d, x, w: d.setdefault(x, 7), lambda d, x, w: delete(d, x),
    lambda d, x, w: take(d, w), lambda d, x, w: d.update({x: 1, x + 1: 1}),
    lambda d, x, w: d.update([(x, 5)]),
    lambda d, x, w: sorted(d.keys()), lambda d, x, w: sorted(d.values()),
    lambda d, x, w: sorted(d.items()), lambda d, x, w: d.copy(),
    lambda d, x, w: dict(d), lambda d, x, w: d.clear(),
    lambda d, x, w: len(d), lambda d, x, w: x in d, lambda d, x, w: d.get(x),
    lambda d, x, w: d.update({x: 2, x + 1: 2, x + 2: 2, x + 3: 2})]
SET = [
    lambda s, x, w: s.add(x), lambda s, x, w: s.discard(x),
    lambda s, x, w: s.remove(x), lambda s, x, w: take(s, w),
    lambda s, x, w: s.update([x]), lambda s, x, w: ior(s, set([x, x + 1])),
    lambda s, x, w: isub(s, set([x, x + 1])),
    lambda s, x, w: iand(s, set([1, 2, x])),
    lambda s, x, w: s.copy(), lambda s, x, w: frozenset(s),
    lambda s, x, w: sorted(s),
    lambda s, x, w: s.clear(), lambda s, x, w: s | set([9]),
    lambda s, x, w: s & set([1, 2, x]), lambda s, x, w: s - set([1, x]),
    lambda s, x, w: s ^ set([1, x]), lambda s, x, w: s == set([1, x]),
    lambda s, x, w: s <= set([1, 2, x]), lambda s, x, w: set([x]) <= s,
    lambda s, x, w: s.isdisjoint(set([1, x])),
    lambda s, x, w: len(s), lambda s, x, w: x in s]
DEQUE = [
    lambda q, x, w: q.append(x), lambda q, x, w: q.appendleft(x),
    lambda q, x, w: q.pop(), lambda q, x, w: q.popleft(),
    lambda q, x, w: q.extend([x, x]), lambda q, x, w: q.extendleft([x, x]),
    lambda q, x, w: q.rotate(1), lambda q, x, w: q.rotate(-1),
    lambda q, x, w: len(q),
    lambda q, x, w: put(q, 0, x), lambda q, x, w: q.clear(),
    lambda q, x, w: x in q, lambda q, x, w: q.remove(x),
    lambda q, x, w: q.count(x), lambda q, x, w: list(q),
    lambda q, x, w: repr(q), lambda q, x, w: q == deque([x])]
BYTES = [
    lambda b, x, w: b.append(x), lambda b, x, w: b.pop(),
    lambda b, x, w: b.pop(0), lambda b, x, w: b.insert(0, x),
    lambda b, x, w: b.extend([x, x]),
    lambda b, x, w: delete(b, 0), lambda b, x, w: put(b, 0, x),
    lambda b, x, w: b.reverse()]

KINDS = {
    'list': (list, [1, 2, 3], LIST),
    'dict': (dict, {1: 1, 2: 2}, DICT),
    'set': (set, [1, 2, 3], SET),
    'deque': (deque, [1, 2, 3], DEQUE),
    'bytearray': (bytearray, [1, 2, 3], BYTES),
}


def apply_to(target, operation, wanted):
    f, x = operation
    try:
        return f(target, x, wanted)
    except (IndexError, KeyError, ValueError) as e:
        return type(e).__name__


def explain(make, state, histories, end):
    """Is there an order of the operations that gives the results?"""
    seen = set()

    def search(state, at):
        if all(i == len(h) for i, h in zip(at, histories)):
            return state == end
        key = at, repr(state)
        if key in seen:
            return False
        seen.add(key)
        for t, h in enumerate(histories):
            if at[t] == len(h):
                continue
            operation, result = h[at[t]]
            after = make(state)
            if apply_to(after, operation, result) == result and \
                    search(after, at[:t] + (at[t] + 1,) + at[t + 1:]):
                return True
        return False

    return search(state, (0,) * len(histories))


class Game(object):
    """Threads that play rounds together: they meet by spinning."""

    def __init__(self):
        self.number = 0
        self.target = None
        self.plans = None
        self.histories = [None] * THREADS
        self.done = [0] * THREADS
        self.stopped = False
        self.threads = [threading.Thread(target=self.body, args=(t,))
                        for t in range(THREADS)]
        for t in self.threads:
            t.daemon = True
            t.start()

    def meet(self, condition):
        spins = 0
        while not condition():
            spins += 1
            if spins > 100:
                time.sleep(0)

    def body(self, t):
        number = 0
        while True:
            number += 1
            self.meet(lambda: self.number >= number)
            if self.stopped:
                return
            target = self.target
            history = []
            for operation in self.plans[t]:
                history.append((operation, apply_to(target, operation, Any)))
            self.histories[t] = history
            self.done[t] = number

    def play(self, target, plans):
        self.target, self.plans = target, plans
        self.number += 1
        number = self.number
        self.meet(lambda: self.done.count(number) == THREADS)
        return self.histories

    def stop(self):
        self.stopped = True
        self.number += 1
        for t in self.threads:
            t.join()


def show(kind, start, histories, end):
    operations = KINDS[kind][2]
    print kind, 'from', start
    for h in histories:
        print '  ' + '; '.join('%d(%r) -> %r' % (
            operations.index(f), x, result) for (f, x), result in h)
    print 'end', end


def play_round(game, kind, rnd):
    make, first, operations = KINDS[kind]
    start = make(first) if rnd.random() < .8 else make()
    plans = [[(rnd.choice(operations), rnd.randrange(5))
              for i in range(OPERATIONS)] for t in range(THREADS)]
    target = make(start)
    histories = game.play(target, plans)
    if not explain(make, start, histories, target):
        show(kind, start, histories, target)
        return False
    return True


def main():
    rnd = random.Random(int(sys.argv[1]))
    end = time.time() + float(sys.argv[2])
    kinds = sys.argv[3:] or sorted(KINDS)
    game = Game()
    rounds, failed = 0, 0
    while time.time() < end and failed < 3:
        for kind in kinds:
            rounds += 1
            failed += not play_round(game, kind, rnd)
    game.stop()
    print rounds > 0 and not failed
    print >> sys.stderr, rounds, 'rounds'
    return failed > 0


sys.exit(main())
