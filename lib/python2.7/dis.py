"""Bytecode in words.

Compiled programs have none: dis(), distb() and disco() say so with a
TypeError.  The table of opcodes is CPython's, and strings of bytecode from
elsewhere can be shown.
"""

import sys

from opcode import *
from opcode import __all__ as _opcodes

__all__ = ['dis', 'disassemble', 'distb', 'disco', 'findlinestarts',
           'findlabels'] + _opcodes


def dis(x=None):
    """Show the bytecode of a string; of nothing else, as there is none."""
    if x is None:
        distb()
    elif isinstance(x, str):
        disassemble_string(x)
    elif hasattr(x, '__dict__') or hasattr(x, 'func_code') or \
            hasattr(x, 'co_name'):
        _no_bytecode()
    else:
        raise TypeError("don't know how to disassemble %s objects"
                        % type(x).__name__)


def _no_bytecode():
    raise TypeError('compiled code has no bytecode to disassemble')


def distb(tb=None):
    """That of the last traceback, which has none."""
    if tb is None and getattr(sys, 'last_traceback', None) is None:
        raise RuntimeError('no last traceback to disassemble')
    _no_bytecode()


def disassemble(co, lasti=-1):
    """That of a code object, which has none."""
    _no_bytecode()


disco = disassemble


def findlinestarts(code):
    """(offset, line) pairs of a code object: where its lines begin."""
    _no_bytecode()


def _instructions(code):
    """(offset, opcode, argument or None, offset behind it), one by one.
    As in CPython an EXTENDED_ARG stands for itself."""
    i = 0
    while i < len(code):
        start, op, argument = i, ord(code[i]), None
        i += 1
        if op >= HAVE_ARGUMENT:
            argument = ord(code[i]) + (ord(code[i + 1]) << 8)
            i += 2
        yield start, op, argument, i


def findlabels(code):
    """The offsets that jumps of a string of bytecode go to."""
    labels = []
    for start, op, argument, end in _instructions(code):
        if op in hasjrel:
            target = end + argument
        elif op in hasjabs:
            target = argument
        else:
            continue
        if target not in labels:
            labels.append(target)
    return labels


def disassemble_string(code, lasti=-1, varnames=None, names=None,
                       constants=None):
    """Show a string of bytecode, with what its arguments mean if known."""
    labels = findlabels(code)
    for start, op, argument, end in _instructions(code):
        parts = ['-->' if start == lasti else '   ',
                 '>>' if start in labels else '  ',
                 repr(start).rjust(4), opname[op].ljust(15)]
        if argument is not None:
            parts.append(repr(argument).rjust(5))
            meaning = _meaning(op, argument, end, varnames, names, constants)
            if meaning:
                parts.append(meaning)
        print ' '.join(parts)


def _meaning(op, argument, end, varnames, names, constants):
    if op in hasconst:
        return '(%s)' % (repr(constants[argument]) if constants
                         else '%d' % argument)
    if op in hasname:
        return '(%s)' % (names[argument] if names is not None
                         else '%d' % argument)
    if op in hasjrel:
        return '(to ' + repr(end + argument) + ')'
    if op in haslocal:
        return '(%s)' % (varnames[argument] if varnames
                         else '%d' % argument)
    if op in hascompare:
        return '(' + cmp_op[argument] + ')'
    return None
