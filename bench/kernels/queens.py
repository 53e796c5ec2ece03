"""Counts the solutions of the n queens problem."""
from __future__ import print_function


def solve(n, row, columns, up, down):
    if row == n:
        return 1
    count = 0
    for c in range(n):
        if not (columns[c] or up[row + c] or down[row - c + n]):
            columns[c] = up[row + c] = down[row - c + n] = True
            count += solve(n, row + 1, columns, up, down)
            columns[c] = up[row + c] = down[row - c + n] = False
    return count


def queens(n):
    return solve(n, 0, [False] * n, [False] * (2 * n), [False] * (2 * n + 1))


print([queens(n) for n in range(8, 14)])
