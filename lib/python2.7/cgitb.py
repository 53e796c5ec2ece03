"""Tracebacks with the code around, as HTML or text: cgitb.enable().

Frames of compiled functions show no local variables."""

import inspect
import keyword
import linecache
import os
import pydoc
import sys
import tempfile
import time
import tokenize
import traceback
import types

__UNDEF__ = []


def reset():
    """HTML that ends whatever may be open."""
    return '''<!--: spam
Content-Type: text/html

<body bgcolor="#f0f0f8"><font color="#f0f0f8" size="-5"> -->
<body bgcolor="#f0f0f8"><font color="#f0f0f8" size="-5"> --> -->
</font> </font> </font> </script> </object> </blockquote> </pre>
</table> </table> </table> </table> </table> </font> </font> </font>'''


def small(text):
    return '<small>' + text + '</small>' if text else ''


def strong(text):
    return '<strong>' + text + '</strong>' if text else ''


def grey(text):
    return '<font color="#909090">' + text + '</font>' if text else ''


def lookup(name, frame, locals):
    """(where, value) of a name: local, global or builtin."""
    if name in locals:
        return 'local', locals[name]
    if name in frame.f_globals:
        return 'global', frame.f_globals[name]
    builtins = frame.f_globals.get('__builtins__')
    if builtins is not None:
        if isinstance(builtins, dict):
            if name in builtins:
                return 'builtin', builtins[name]
        elif hasattr(builtins, name):
            return 'builtin', getattr(builtins, name)
    return None, __UNDEF__


def scanvars(reader, frame, locals):
    """[(name, where, value)] of the names in a line, with attributes."""
    vars, lasttoken, parent, prefix, value = [], None, None, '', __UNDEF__
    for ttype, token, start, end, line in tokenize.generate_tokens(reader):
        if ttype == tokenize.NEWLINE:
            break
        if ttype == tokenize.NAME and token not in keyword.kwlist:
            if lasttoken == '.':
                if parent is not __UNDEF__:
                    value = getattr(parent, token, __UNDEF__)
                    vars.append((prefix + token, prefix, value))
            else:
                where, value = lookup(token, frame, locals)
                vars.append((token, where, value))
        elif token == '.':
            prefix += lasttoken + '.'
            parent = value
        else:
            parent, prefix = None, ''
        lasttoken = token
    return vars


def _frames(etb, context):
    """(frame, file, line, function, lines, index, variables of the line)"""
    for frame, file, lnum, func, lines, index in \
            inspect.getinnerframes(etb, context):
        highlight = {}
        next_line = [lnum]

        def reader():
            highlight[next_line[0]] = 1
            try:
                return linecache.getline(file, next_line[0])
            finally:
                next_line[0] += 1
        try:
            args, varargs, varkw, locals = inspect.getargvalues(frame)
        except Exception:
            args, varargs, varkw, locals = [], None, None, {}
        try:
            vars = scanvars(reader, frame, locals)
        except (tokenize.TokenError, IndentationError):
            vars = []
        call = ''
        if func != '?' and func != '<module>':
            shown = [name for name in args if isinstance(name, str)]
            call = 'in ' + func + '(' + ', '.join(
                ['%s=%s' % (name, pydoc.text.repr(locals[name]))
                 if name in locals else name for name in shown]) + ')'
        elif func == '<module>':
            call = 'in ' + func + '()'
        yield file, lnum, call, lines, index, vars, highlight


def _header():
    pyver = 'Python ' + sys.version.split()[0] + ': ' + \
        str(getattr(sys, 'executable', ''))
    return pyver, time.ctime(time.time())


def text(einfo, context=5):
    """The report as text."""
    etype, evalue, etb = einfo
    if isinstance(etype, types.ClassType):
        etype = etype.__name__
    pyver, date = _header()
    head = "%s\n%s\n%s\n" % (str(etype), pyver, date) + '''
A problem occurred in a Python script.  Here is the sequence of
function calls leading up to the error, in the order they occurred.
'''
    frames = []
    for file, lnum, call, lines, index, vars, highlight in _frames(etb,
                                                                   context):
        file = file and os.path.abspath(file) or '?'
        rows = [' %s %s' % (file, call)]
        if index is not None:
            i = lnum - index
            for line in lines:
                rows.append('%5d ' % i + line.rstrip())
                i += 1
        done, dump = {}, []
        for name, where, value in vars:
            if name in done:
                continue
            done[name] = 1
            if value is not __UNDEF__:
                if where == 'global':
                    name = 'global ' + name
                elif where != 'local':
                    name = where + name.split('.')[-1]
                dump.append('%s = %s' % (name, pydoc.text.repr(value)))
            else:
                dump.append(name + ' undefined')
        rows.append('\n'.join(dump))
        frames.append('\n%s\n' % '\n'.join(rows))
    exception = ['%s: %s' % (str(etype), str(evalue))]
    if isinstance(evalue, BaseException):
        for name in dir(evalue):
            exception.append('\n%s%s = %s' % (
                " " * 4, name, pydoc.text.repr(getattr(evalue, name))))
    return head + ''.join(frames) + ''.join(exception) + '''

The above is a description of an error in a Python program.  Here is
the original traceback:

%s
''' % ''.join(traceback.format_exception(etype, evalue, etb))


def html(einfo, context=5):
    """The report as HTML."""
    escape = pydoc.html.escape
    etype, evalue, etb = einfo
    if isinstance(etype, types.ClassType):
        etype = etype.__name__
    pyver, date = _header()
    name = getattr(etype, '__name__', str(etype))
    out = ['<body bgcolor="#f0f0f8">' + pydoc.html.heading(
        '<big><big>%s</big></big>' % strong(escape(str(name))), '#ffffff',
        '#6622aa', pyver + '<br>' + date) + '''
<p>A problem occurred in a Python script.  Here is the sequence of
function calls leading up to the error, in the order they occurred.</p>''']
    for file, lnum, call, lines, index, vars, highlight in _frames(etb,
                                                                   context):
        if file:
            file = os.path.abspath(file)
            link = '<a href="file://%s">%s</a>' % (file, escape(file))
        else:
            link = '?'
        rows = ['<tr><td bgcolor="#d8bbff">%s%s %s</td></tr>' %
                ('<big>&nbsp;</big>', link, escape(call))]
        if index is not None:
            i = lnum - index
            for line in lines:
                num = small('&nbsp;' * (5 - len(str(i))) + str(i)) + '&nbsp;'
                if i in highlight:
                    rows.append('<tr><td bgcolor="#ffccee"><tt>=&gt;%s%s</tt>'
                                '</td></tr>' % (num, escape(line)))
                else:
                    rows.append('<tr><td>%s</td></tr>' % grey(
                        '<tt>&nbsp;&nbsp;%s%s</tt>' % (num, escape(line))))
                i += 1
        done, dump = {}, []
        for name, where, value in vars:
            if name in done:
                continue
            done[name] = 1
            if value is not __UNDEF__:
                if where in ('global', 'builtin'):
                    name = ('<em>%s</em> ' % where) + strong(name)
                elif where == 'local':
                    name = strong(name)
                else:
                    name = where + strong(name.split('.')[-1])
                dump.append('%s&nbsp;= %s' % (name, pydoc.html.repr(value)))
            else:
                dump.append(name + ' <em>undefined</em>')
        rows.append('<tr><td>%s</td></tr>' % small(grey(', '.join(dump))))
        out.append('\n<table width="100%%" cellspacing=0 cellpadding=0 '
                   'border=0>\n%s</table>' % '\n'.join(rows))
    out.append('<p>%s: %s' % (strong(escape(str(etype))),
                              escape(str(evalue))))
    if isinstance(evalue, BaseException):
        for name in dir(evalue):
            if name[:1] != '_':
                out.append('\n<br>%s%s&nbsp;=\n%s' % (
                    '<tt>' + small('&nbsp;' * 5) + '&nbsp;</tt>', name,
                    pydoc.html.repr(getattr(evalue, name))))
    out.append('''


<!-- The above is a description of an error in a Python program, formatted
     for a Web browser because the 'cgitb' module was enabled.  In case you
     are not reading this in a Web browser, here is the original traceback:

%s
-->
''' % escape(''.join(traceback.format_exception(etype, evalue, etb))))
    return ''.join(out)


class Hook:
    """Reports what nobody has caught, in place of sys.excepthook."""

    def __init__(self, display=1, logdir=None, context=5, file=None,
                 format="html"):
        self.display = display
        self.logdir = logdir
        self.context = context
        self.file = file or sys.stdout
        self.format = format

    def __call__(self, etype, evalue, etb):
        self.handle((etype, evalue, etb))

    def handle(self, info=None):
        info = info or sys.exc_info()
        if self.format == "html":
            self.file.write(reset())
        formatter = html if self.format == "html" else text
        plain = False
        try:
            doc = formatter(info, self.context)
        except:
            # The report failed: the plain one, then.
            doc = ''.join(traceback.format_exception(*info))
            plain = True
        if self.display:
            if plain:
                doc = doc.replace('&', '&amp;').replace('<', '&lt;')
                self.file.write('<pre>' + doc + '</pre>\n')
            else:
                self.file.write(doc + '\n')
        else:
            self.file.write('<p>A problem occurred in a Python script.\n')
        if self.logdir is not None:
            suffix = ['.txt', '.html'][self.format == "html"]
            fd, path = tempfile.mkstemp(suffix=suffix, dir=self.logdir)
            try:
                f = os.fdopen(fd, 'w')
                f.write(doc)
                f.close()
                msg = '%s contains the description of this error.' % path
            except:
                msg = 'Tried to save traceback to %s, but failed.' % path
            if self.format == 'html':
                self.file.write('<p>%s</p>\n' % msg)
            else:
                self.file.write(msg + '\n')
        try:
            self.file.flush()
        except:
            pass


handler = Hook().handle


def enable(display=1, logdir=None, context=5, format="html"):
    """Reports uncaught exceptions from here on."""
    sys.excepthook = Hook(display=display, logdir=logdir, context=context,
                          format=format)
