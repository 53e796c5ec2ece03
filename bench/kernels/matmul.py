"""Multiplies matrices held as lists of lists."""
from __future__ import print_function


def make(n, seed):
    rows = []
    for i in range(n):
        row = []
        for j in range(n):
            seed = (seed * 1103515245 + 12345) % 2147483648
            row.append(seed % 100 / 10.0)
        rows.append(row)
    return rows


def transpose(m):
    return [list(column) for column in zip(*m)]


def multiply(a, b):
    columns = transpose(b)
    result = []
    for row in a:
        out = []
        for column in columns:
            s = 0.0
            for k in range(len(row)):
                s += row[k] * column[k]
            out.append(s)
        result.append(out)
    return result


def trace(m):
    return sum(m[i][i] for i in range(len(m)))


def main():
    a, b = make(300, 1), make(300, 2)
    c = multiply(multiply(a, b), a)
    print('%.4f' % trace(c), '%.4f' % c[3][7])


main()
