import sys

total = 0


class Thing(object):
    pass


def add():
    global total
    total += 1


def again():
    return sys.modules[__name__]
