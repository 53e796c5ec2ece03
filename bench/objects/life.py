"""Conway's game of life on a set of cells and on a grid."""
from __future__ import print_function


def next_cells(cells):
    counts = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    key = (x + dx, y + dy)
                    counts[key] = counts.get(key, 0) + 1
    return set(c for c, n in counts.items()
               if n == 3 or (n == 2 and c in cells))


def next_grid(grid):
    h, w = len(grid), len(grid[0])
    new = []
    for y in range(h):
        above, here, below = grid[y - 1], grid[y], grid[(y + 1) % h]
        row = []
        for x in range(w):
            r = (x + 1) % w
            n = above[x - 1] + above[x] + above[r] + here[x - 1] + \
                here[r] + below[x - 1] + below[x] + below[r]
            row.append(1 if n == 3 or (n == 2 and here[x]) else 0)
        new.append(row)
    return new


def main():
    cells = set([(1, 0), (3, 1), (0, 2), (1, 2), (4, 2), (5, 2), (6, 2)])
    for i in range(900):
        cells = next_cells(cells)
    print(len(cells), max(cells), min(cells))
    grid, seed = [], 1
    for y in range(70):
        grid.append([])
        for x in range(90):
            seed = (seed * 16807) % 2147483647
            grid[y].append(1 if seed % 7 < 2 else 0)
    for i in range(1500):
        grid = next_grid(grid)
    print(sum(map(sum, grid)))


main()
