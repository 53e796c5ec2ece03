"""Dynamic programming with memo tables: partitions, edit distance, change."""
from __future__ import print_function

import sys


class Memo(object):
    def __init__(self, f):
        self.f, self.table = f, {}

    def __call__(self, *args):
        if args not in self.table:
            self.table[args] = self.f(*args)
        return self.table[args]


@Memo
def partitions(n, largest):
    if n == 0:
        return 1
    if n < 0 or largest == 0:
        return 0
    return partitions(n - largest, largest) + partitions(n, largest - 1)


def edit_distance(a, b):
    table = {}
    for i in range(len(a) + 1):
        table[i, 0] = i
    for j in range(len(b) + 1):
        table[0, j] = j
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            cost = 0 if a[i - 1] == b[j - 1] else 1
            table[i, j] = min(table[i - 1, j] + 1, table[i, j - 1] + 1,
                              table[i - 1, j - 1] + cost)
    return table[len(a), len(b)]


def ways(coins, total):
    table = [0] * (total + 1)
    table[0] = 1
    for coin in coins:
        for i in range(coin, total + 1):
            table[i] += table[i - coin]
    return table[total]


def main():
    sys.setrecursionlimit(5000)
    print([partitions(n, n) for n in (10, 50, 100, 400)],
          len(partitions.table))
    a = 'the quick brown fox jumps over the lazy dog ' * 22
    b = 'a quack brawn fix jumped under the hazy dig ' * 22
    print(edit_distance(a, b), edit_distance(b[:300], a[50:370]))
    print(sum(ways([1, 2, 5, 10, 20, 50, 100, 200], n)
              for n in range(0, 6000, 12)))


main()
