"""Most prefix reversals that bring any permutation's first item to one."""
from __future__ import print_function


def flips_of(permutation):
    p = permutation[:]
    flips = 0
    first = p[0]
    while first:
        low, high = 0, first
        while low < high:
            p[low], p[high] = p[high], p[low]
            low += 1
            high -= 1
        flips += 1
        first = p[0]
    return flips


def fannkuch(n):
    permutation = list(range(n))
    count = [0] * n
    checksum = most = 0
    even = True
    while True:
        flips = flips_of(permutation)
        if flips > most:
            most = flips
        checksum += flips if even else -flips
        even = not even
        i = 1
        while i < n:
            first = permutation[0]
            for j in range(i):
                permutation[j] = permutation[j + 1]
            permutation[i] = first
            count[i] += 1
            if count[i] <= i:
                break
            count[i] = 0
            i += 1
        else:
            return checksum, most


for n in (8, 9, 9, 9):
    checksum, most = fannkuch(n)
    print(n, checksum, most)
