"""Inserts, finds and walks in a binary search tree and a linked list."""
from __future__ import print_function


class Node:
    def __init__(self, key, value):
        self.key = key
        self.value = value
        self.left = None
        self.right = None


class Tree:
    def __init__(self):
        self.root = None
        self.size = 0

    def insert(self, key, value):
        if self.root is None:
            self.root = Node(key, value)
            self.size = 1
            return
        node = self.root
        while True:
            if key == node.key:
                node.value = value
                return
            if key < node.key:
                if node.left is None:
                    node.left = Node(key, value)
                    break
                node = node.left
            else:
                if node.right is None:
                    node.right = Node(key, value)
                    break
                node = node.right
        self.size += 1

    def find(self, key):
        node = self.root
        while node is not None and node.key != key:
            node = node.left if key < node.key else node.right
        return node and node.value

    def keys(self):
        out, stack, node = [], [], self.root
        while stack or node is not None:
            while node is not None:
                stack.append(node)
                node = node.left
            node = stack.pop()
            out.append(node.key)
            node = node.right
        return out


class Link(object):
    def __init__(self, item, rest):
        self.item, self.rest = item, rest


def linked(items):
    head = None
    for item in items:
        head = Link(item, head)
    return head


def total(link):
    s = 0
    while link:
        s += link.item
        link = link.rest
    return s


def main():
    tree, seed = Tree(), 12345
    for i in xrange(130000):
        seed = (seed * 69069 + 1) % 4294967296
        tree.insert(seed % 100000, i)
    found = sum(1 for k in xrange(170000) if tree.find(k) is not None)
    keys = tree.keys()
    print(tree.size, found, keys == sorted(keys), sum(keys) % 1000003)
    print(sum(total(linked(keys)) % 977 for i in range(8)))


main()
