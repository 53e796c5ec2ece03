"""Sorts lists of numbers in place with a binary heap."""
from __future__ import print_function


def sift_down(items, start, end):
    item = items[start]
    child = 2 * start + 1
    while child < end:
        if child + 1 < end and items[child] < items[child + 1]:
            child += 1
        if not item < items[child]:
            break
        items[start] = items[child]
        start = child
        child = 2 * start + 1
    items[start] = item


def heap_sort(items):
    n = len(items)
    for start in range(n // 2 - 1, -1, -1):
        sift_down(items, start, n)
    for end in range(n - 1, 0, -1):
        items[0], items[end] = items[end], items[0]
        sift_down(items, 0, end)


def random_numbers(count, seed):
    numbers = []
    for i in range(count):
        seed = (seed * 1103515245 + 12345) % 2147483648
        numbers.append(seed / 2147483648.0)
    return numbers


def main():
    for count in (1000, 200000, 400000):
        numbers = random_numbers(count, count)
        heap_sort(numbers)
        for i in range(1, count):
            if numbers[i - 1] > numbers[i]:
                print('not sorted at', i)
        print(count, '%.9f %.9f' % (numbers[0], numbers[count // 2]))


main()
