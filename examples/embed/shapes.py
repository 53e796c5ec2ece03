"""A module that a C program uses; see app.c."""
import math


def area(kind, size):
    if kind == 'circle':
        return math.pi * size ** 2
    if kind == 'square':
        return size * size
    raise ValueError('no such shape: %s' % kind)


def describe(kind, size):
    return 'a %s of size %d has an area of %.2f' % (kind, size,
                                                    area(kind, size))
