"""Bytecode in words.

Programs run no bytecode, but code objects show what CPython's would be: those
of evaluated text, and of programs that name dis, func_code, __code__ or the
attributes themselves.  Others, like those of the library, are refused with a
TypeError.
"""

import sys
import types

from opcode import *
from opcode import __all__ as _opcodes

__all__ = ['dis', 'disassemble', 'distb', 'disco', 'findlinestarts',
           'findlabels'] + _opcodes

_HAVE_CODE = (types.MethodType, types.FunctionType, types.CodeType,
              types.ClassType, type)


def dis(x=None):
    """Show the bytecode of a function, method, class, module, code object or
    string; of nothing: of the last traceback."""
    if x is None:
        distb()
        return
    if isinstance(x, types.InstanceType):
        x = x.__class__
    x = getattr(x, 'im_func', x)
    x = getattr(x, 'func_code', x)
    if hasattr(x, '__dict__'):
        _dis_members(x)
    elif hasattr(x, 'co_code'):
        disassemble(x)
    elif isinstance(x, str):
        disassemble_string(x)
    else:
        raise TypeError("don't know how to disassemble %s objects"
                        % type(x).__name__)


def _dis_members(x):
    for name, member in sorted(x.__dict__.items()):
        if isinstance(member, _HAVE_CODE):
            print 'Disassembly of %s:' % name
            try:
                dis(member)
            except TypeError as e:
                print 'Sorry:', e
            print


def distb(tb=None):
    """That of a traceback's innermost frame, the last one's by default."""
    if tb is None:
        tb = getattr(sys, 'last_traceback', None)
        if tb is None:
            raise RuntimeError('no last traceback to disassemble')
        while tb.tb_next:
            tb = tb.tb_next
    disassemble(tb.tb_frame.f_code, tb.tb_lasti)


def disassemble(co, lasti=-1):
    """That of a code object; an arrow marks the instruction at lasti."""
    if not co.co_code:
        raise TypeError('compiled code has no bytecode to disassemble')
    starts = dict(findlinestarts(co))
    cells = co.co_cellvars + co.co_freevars
    labels, high = findlabels(co.co_code), 0
    for start, op, argument, end in _instructions(co.co_code):
        if start and start in starts:
            print
        parts = ['%3d' % starts[start] if start in starts else '   ',
                 '-->' if start == lasti else '   ',
                 '>>' if start in labels else '  ',
                 repr(start).rjust(4), opname[op].ljust(20)]
        if argument is not None:
            argument += high
            high = argument * 65536 if op == EXTENDED_ARG else 0
            parts.append(repr(argument).rjust(5))
            meaning = '(%s)' % cells[argument] if op in hasfree else \
                _meaning(op, argument, end, co.co_varnames, co.co_names,
                         co.co_consts)
            if meaning:
                parts.append(meaning)
        print ' '.join(parts)


disco = disassemble


def findlinestarts(code):
    """(offset, line) pairs of a code object: where its lines begin."""
    offset, line, last = 0, code.co_firstlineno, None
    table = map(ord, code.co_lnotab)
    for bytes, lines in zip(table[::2], table[1::2]):
        if bytes:
            if line != last:
                yield offset, line
                last = line
            offset += bytes
        line += lines
    if line != last:
        yield offset, line


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
