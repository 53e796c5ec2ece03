"""Sorting by own algorithms and by the builtin, with keys and objects."""
from __future__ import print_function


def random_numbers(n, seed):
    out = []
    for i in xrange(n):
        seed = (seed * 1664525 + 1013904223) % 4294967296
        out.append(seed)
    return out


def quicksort(items):
    if len(items) <= 1:
        return items
    pivot = items[len(items) // 2]
    less = [x for x in items if x < pivot]
    same = [x for x in items if x == pivot]
    more = [x for x in items if x > pivot]
    return quicksort(less) + same + quicksort(more)


def heapsort(a):
    n = len(a)
    for start in range(n // 2 - 1, -1, -1):
        sift(a, start, n)
    for end in range(n - 1, 0, -1):
        a[0], a[end] = a[end], a[0]
        sift(a, 0, end)


def sift(a, root, end):
    while True:
        child = 2 * root + 1
        if child >= end:
            return
        if child + 1 < end and a[child] < a[child + 1]:
            child += 1
        if a[root] >= a[child]:
            return
        a[root], a[child] = a[child], a[root]
        root = child


def insertion_sort(a):
    for i in range(1, len(a)):
        x, j = a[i], i
        while j > 0 and a[j - 1] > x:
            a[j] = a[j - 1]
            j -= 1
        a[j] = x


class Person(object):
    def __init__(self, name, age):
        self.name, self.age = name, age

    def __lt__(self, other):
        return (self.age, self.name) < (other.age, other.name)


def main():
    data = random_numbers(350000, 1)
    expected = sorted(data)
    print(quicksort(data) == expected)
    heap = data[:50000]
    heapsort(heap)
    print(heap == sorted(data[:50000]))
    small = data[:2000]
    insertion_sort(small)
    print(small == sorted(data[:2000]))
    people = [Person('p%d' % (x % 977), x % 90) for x in data[:30000]]
    people.sort()
    print(people[0].name, people[-1].age)
    print(sorted(data, key=lambda x: (x % 1000, x))[:3])
    print(sum(sorted(str(x) for x in data)[5].isdigit() for i in range(1)))


main()
