"""Calls of Python functions."""
import harness


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def work(n):
    for i in xrange(n):
        fib(14)


harness.main(work)
