"""Digits of pi by a spigot over long integers, and other long arithmetic."""
from __future__ import print_function


def pi_digits(count):
    q, r, t, k, n, l = 1, 0, 1, 1, 3, 3
    out = []
    while len(out) < count:
        if 4 * q + r - t < n * t:
            out.append(str(n))
            q, r, n = 10 * q, 10 * (r - n * t), \
                10 * (3 * q + r) // t - 10 * n
        else:
            q, r, t, k, n, l = q * k, (2 * q + r) * l, t * l, k + 1, \
                (q * (7 * k + 2) + r * l) // (t * l), l + 2
    return ''.join(out)


def power_mod(base, exponent, modulus):
    result = 1
    while exponent:
        if exponent & 1:
            result = result * base % modulus
        base = base * base % modulus
        exponent >>= 1
    return result


def factorial(n):
    product = 1
    for i in range(2, n + 1):
        product *= i
    return product


def main():
    digits = pi_digits(7500)
    print(digits[:20], digits[-20:])
    p = 2 ** 521 - 1
    print(sum(power_mod(a, p - 1, p) == 1 for a in (2, 3, 5, 7, 11, 13, 17)))
    print(len(str(factorial(12000))), factorial(7000) % (10 ** 9 + 7))


main()
