"""Runs a program written for both Python 2 and 3 under PyPy 3.

The only name of Python 2 that the programs here use is xrange.
"""
import builtins
import runpy
import sys

builtins.xrange = range
if hasattr(sys, 'set_int_max_str_digits'):
    sys.set_int_max_str_digits(0)
del sys.argv[0]
runpy.run_path(sys.argv[0], run_name='__main__')
