"""Reads one JSON value: make_scanner(decoder)(string, index) returns the value
and the index after it; StopIteration means that none starts there."""

from _json_native import make_scanner

__all__ = ['make_scanner']

c_make_scanner = py_make_scanner = make_scanner
