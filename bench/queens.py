"""Counts the solutions of the n queens problem in two ways."""


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


def placements(n, placed=()):
    if len(placed) == n:
        yield placed
        return
    for c in range(n):
        for r, p in enumerate(placed):
            if c == p or abs(c - p) == len(placed) - r:
                break
        else:
            for solution in placements(n, placed + (c,)):
                yield solution


print [queens(n) for n in range(4, 12)]
solutions = list(placements(11))
print len(solutions), solutions[0], max(solutions)
