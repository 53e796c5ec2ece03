"""Allocates and drops many binary trees of growing depth."""
from __future__ import print_function


class Tree(object):
    def __init__(self, left, right):
        self.left = left
        self.right = right

    def check(self):
        if self.left is None:
            return 1
        return 1 + self.left.check() + self.right.check()


def make(depth):
    if depth == 0:
        return Tree(None, None)
    return Tree(make(depth - 1), make(depth - 1))


def main():
    most = 17
    kept = make(most)
    for depth in range(4, most, 2):
        n = 1 << (most - depth - 1 + 4)
        n = n // 8
        total = 0
        for i in xrange(n):
            total += make(depth).check()
        print(n, 'trees of depth', depth, 'check', total)
    print('kept tree of depth', most, 'check', kept.check())


main()
