"""Attributes and methods of an object that only one thread knows."""
import harness


class Account(object):
    def __init__(self):
        self.balance = 0
        self.moves = 0

    def put(self, amount):
        self.balance += amount
        self.moves += 1


def work(n):
    a = Account()
    for i in xrange(n * 1000):
        a.put(i & 7)
    assert a.moves == n * 1000


harness.main(work)
