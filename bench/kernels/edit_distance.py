"""Edit distances between generated words, row by row."""
from __future__ import print_function


def make_text(length, seed):
    letters = []
    for i in range(length):
        seed = (seed * 1103515245 + 12345) % 2147483648
        letters.append('acgt'[seed // 65536 % 4])
    return ''.join(letters)


def edit_distance(a, b):
    previous = list(range(len(b) + 1))
    for i in range(len(a)):
        current = [i + 1]
        for j in range(len(b)):
            cost = previous[j]
            if a[i] != b[j]:
                cost += 1
            if previous[j + 1] + 1 < cost:
                cost = previous[j + 1] + 1
            if current[j] + 1 < cost:
                cost = current[j] + 1
            current.append(cost)
        previous = current
    return previous[-1]


def main():
    texts = [make_text(1500 + 60 * i, i + 1) for i in range(5)]
    total = 0
    for a in texts:
        for b in texts:
            if a < b:
                total += edit_distance(a, b)
    print(total)
    print(edit_distance(texts[0], texts[0][::-1]))


main()
