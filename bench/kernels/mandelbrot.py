"""Counts the points of a grid that stay in the Mandelbrot set."""
from __future__ import print_function


def escape_time(cr, ci, limit):
    zr = zi = 0.0
    for n in xrange(limit):
        zr2 = zr * zr
        zi2 = zi * zi
        if zr2 + zi2 > 4.0:
            return n
        zi = 2.0 * zr * zi + ci
        zr = zr2 - zi2 + cr
    return limit


def render(width, height, limit):
    total = inside = 0
    for y in xrange(height):
        ci = 2.4 * y / height - 1.2
        for x in xrange(width):
            n = escape_time(3.2 * x / width - 2.2, ci, limit)
            total += n
            if n == limit:
                inside += 1
    return total, inside


print(render(720, 540, 300))
