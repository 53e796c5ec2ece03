"""Tracebacks and exceptions as text."""

import linecache
import sys
import types

__all__ = ['extract_stack', 'extract_tb', 'format_exception',
           'format_exception_only', 'format_list', 'format_stack',
           'format_tb', 'print_exc', 'format_exc', 'print_exception',
           'print_last', 'print_stack', 'print_tb', 'tb_lineno']


def _print(file, str='', terminator='\n'):
    file.write(str + terminator)


def _format_entry(entry):
    filename, lineno, name, line = entry
    text = '  File "%s", line %d, in %s\n' % (filename, lineno, name)
    if line:
        text += '    %s\n' % line.strip()
    return text


def print_list(extracted_list, file=None):
    if file is None:
        file = sys.stderr
    for entry in extracted_list:
        file.write(_format_entry(entry))


def format_list(extracted_list):
    """Turn extracted entries into strings ready for printing."""
    return [_format_entry(entry) for entry in extracted_list]


def print_tb(tb, limit=None, file=None):
    print_list(extract_tb(tb, limit), file)


def format_tb(tb, limit=None):
    return format_list(extract_tb(tb, limit))


def _limit(limit):
    if limit is None:
        limit = getattr(sys, 'tracebacklimit', None)
    return limit


def _entry(f, lineno):
    code = f.f_code
    filename = code.co_filename
    linecache.checkcache(filename)
    line = linecache.getline(filename, lineno, f.f_globals)
    return filename, lineno, code.co_name, (line.strip() if line else None)


def extract_tb(tb, limit=None):
    """List (file, line number, function, text) for a traceback, outermost first."""
    limit = _limit(limit)
    entries = []
    while tb is not None and (limit is None or len(entries) < limit):
        entries.append(_entry(tb.tb_frame, tb.tb_lineno))
        tb = tb.tb_next
    return entries


def print_exception(etype, value, tb, limit=None, file=None):
    """Print a traceback and an exception as the interpreter does."""
    if file is None:
        file = sys.stderr
    if tb:
        _print(file, 'Traceback (most recent call last):')
        print_tb(tb, limit, file)
    for line in format_exception_only(etype, value):
        _print(file, line, '')


def format_exception(etype, value, tb, limit=None):
    lines = []
    if tb:
        lines.append('Traceback (most recent call last):\n')
        lines.extend(format_tb(tb, limit))
    lines.extend(format_exception_only(etype, value))
    return lines


def format_exception_only(etype, value):
    """The lines that name the exception; several for a SyntaxError only."""
    if isinstance(etype, BaseException) or \
            isinstance(etype, types.InstanceType) or \
            etype is None or type(etype) is str:
        return [_format_final_exc_line(etype, value)]
    name = etype.__name__
    if not issubclass(etype, SyntaxError):
        return [_format_final_exc_line(name, value)]
    try:
        msg, (filename, lineno, offset, badline) = value.args
    except Exception:
        return [_format_final_exc_line(name, value)]
    lines = ['  File "%s", line %d\n' % (filename or "<string>", lineno)]
    if badline is not None:
        lines.append('    %s\n' % badline.strip())
        if offset is not None:
            before = badline.rstrip('\n')
            before = before[:min(len(before), offset) - 1].lstrip()
            # Keep tabs, so that the caret stands under its character.
            blank = [c if c.isspace() else ' ' for c in before]
            lines.append('    %s^\n' % ''.join(blank))
    lines.append(_format_final_exc_line(name, msg))
    return lines


def _format_final_exc_line(etype, value):
    text = _some_str(value)
    if value is None or not text:
        return "%s\n" % etype
    return "%s: %s\n" % (etype, text)


def _some_str(value):
    try:
        return str(value)
    except Exception:
        pass
    try:
        return unicode(value).encode("ascii", "backslashreplace")
    except Exception:
        pass
    return '<unprintable %s object>' % type(value).__name__


def print_exc(limit=None, file=None):
    """Print the exception being handled."""
    if file is None:
        file = sys.stderr
    try:
        etype, value, tb = sys.exc_info()
        print_exception(etype, value, tb, limit, file)
    finally:
        etype = value = tb = None


def format_exc(limit=None):
    try:
        etype, value, tb = sys.exc_info()
        return ''.join(format_exception(etype, value, tb, limit))
    finally:
        etype = value = tb = None


def print_last(limit=None, file=None):
    """Print the exception that ended the last interactive command."""
    if not hasattr(sys, "last_type"):
        raise ValueError("no last exception")
    if file is None:
        file = sys.stderr
    print_exception(sys.last_type, sys.last_value, sys.last_traceback,
                    limit, file)


def _caller_of_caller():
    return sys._getframe(2)


def print_stack(f=None, limit=None, file=None):
    if f is None:
        f = _caller_of_caller()
    print_list(extract_stack(f, limit), file)


def format_stack(f=None, limit=None):
    if f is None:
        f = _caller_of_caller()
    return format_list(extract_stack(f, limit))


def extract_stack(f=None, limit=None):
    """List (file, line number, function, text) for the calls leading to f."""
    if f is None:
        f = _caller_of_caller()
    limit = _limit(limit)
    entries = []
    while f is not None and (limit is None or len(entries) < limit):
        entries.append(_entry(f, f.f_lineno))
        f = f.f_back
    entries.reverse()
    return entries


def tb_lineno(tb):
    return tb.tb_lineno
