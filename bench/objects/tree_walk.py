"""Trees walked by recursive generators: in order, by level, with paths."""
from __future__ import print_function


class Node(object):
    def __init__(self, key):
        self.key = key
        self.left = self.right = None

    def insert(self, key):
        node = self
        while True:
            if key < node.key:
                if node.left is None:
                    node.left = Node(key)
                    return
                node = node.left
            elif key > node.key:
                if node.right is None:
                    node.right = Node(key)
                    return
                node = node.right
            else:
                return

    def __iter__(self):
        if self.left is not None:
            for key in self.left:
                yield key
        yield self.key
        if self.right is not None:
            for key in self.right:
                yield key

    def between(self, low, high):
        if self.left is not None and self.key > low:
            for key in self.left.between(low, high):
                yield key
        if low <= self.key < high:
            yield self.key
        if self.right is not None and self.key < high:
            for key in self.right.between(low, high):
                yield key


def paths(node, path=()):
    path = path + (node.key,)
    if node.left is None and node.right is None:
        yield path
    for child in (node.left, node.right):
        if child is not None:
            for p in paths(child, path):
                yield p


def levels(root):
    level = [root]
    while level:
        yield [node.key for node in level]
        level = [child for node in level
                 for child in (node.left, node.right) if child is not None]


def flatten(items):
    for x in items:
        if isinstance(x, list):
            for y in flatten(x):
                yield y
        else:
            yield x


def nested(depth):
    if depth == 0:
        return [1, 2, 3]
    return [nested(depth - 1), depth, nested(depth - 1)]


def hanoi(n, a, b, c):
    if n:
        for move in hanoi(n - 1, a, c, b):
            yield move
        yield a, b
        for move in hanoi(n - 1, c, b, a):
            yield move


def main():
    root, state = Node(500000), 1
    for i in xrange(120000):
        state = (state * 1103515245 + 12345) & 0x7fffffff
        root.insert(state % 1000000)
    total = 0
    for i in range(6):
        for key in root:
            total = (total * 31 + key) % 1000003
    print(total, sum(root.between(250000, 300000)))
    print(sum(len(p) * p[-1] for p in paths(root)) % 1000003)
    print(max(len(level) for level in levels(root)))
    print(sum(flatten(nested(16))))
    pegs = {'a': 0, 'b': 0, 'c': 0}
    for source, target in hanoi(18, 'a', 'b', 'c'):
        pegs[source] -= 1
        pegs[target] += 1
    print(sorted(pegs.items()))


main()
