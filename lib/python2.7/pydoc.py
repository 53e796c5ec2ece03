"""Documentation of live objects: help(), pydoc.render_doc() as text,
pydoc.writedoc() and the server of pydoc.serve() in HTML."""

__version__ = "$Revision: 88564 $"

import __builtin__
import inspect
import keyword
import locale
import os
import pkgutil
import re
import sys
import tempfile
import types

from collections import deque
from repr import Repr
from string import join, rstrip, split, strip
from traceback import extract_tb

import _pydoc_html


def pathdirs():
    """sys.path as absolute folders, each once."""
    dirs = []
    normdirs = []
    for dir in sys.path:
        dir = os.path.abspath(dir or '.')
        normdir = os.path.normcase(dir)
        if normdir not in normdirs and os.path.isdir(dir):
            dirs.append(dir)
            normdirs.append(normdir)
    return dirs


def getdoc(object):
    """The docstring, or the comments before the source."""
    result = inspect.getdoc(object)
    if not result:
        try:
            result = inspect.getcomments(object)
        except Exception:
            result = None
    return result and re.sub('^ *\n', '', rstrip(_encode(result))) or ''


def splitdoc(doc):
    """(first line, rest) where the first stands alone."""
    lines = split(strip(doc), '\n')
    if len(lines) == 1:
        return lines[0], ''
    if len(lines) >= 2 and not rstrip(lines[1]):
        return lines[0], join(lines[2:], '\n')
    return '', join(lines, '\n')


def classname(object, modname):
    name = object.__name__
    if object.__module__ != modname:
        name = object.__module__ + '.' + name
    return name


def isdata(object):
    return not (inspect.ismodule(object) or inspect.isclass(object) or
                inspect.isroutine(object) or inspect.isframe(object) or
                inspect.istraceback(object) or inspect.iscode(object))


def replace(text, *pairs):
    while pairs:
        text = join(split(text, pairs[0]), pairs[1])
        pairs = pairs[2:]
    return text


def cram(text, maxlen):
    """A text cut in the middle."""
    if len(text) > maxlen:
        pre = max(0, (maxlen - 3) // 2)
        post = max(0, maxlen - 3 - pre)
        return text[:pre] + '...' + text[len(text) - post:]
    return text


_re_stripid = re.compile(r' at 0x[0-9a-f]{6,16}(>+)$', re.IGNORECASE)


def stripid(text):
    return _re_stripid.sub(r'\1', text)


def allmethods(cl):
    methods = {}
    for key, value in inspect.getmembers(cl, _is_some_method):
        methods[key] = 1
    for base in cl.__bases__:
        methods.update(allmethods(base))
    for key in methods.keys():
        methods[key] = getattr(cl, key)
    return methods


def _is_some_method(obj):
    return inspect.ismethod(obj) or inspect.ismethoddescriptor(obj)


def _split_list(s, predicate):
    yes = []
    no = []
    for x in s:
        if predicate(x):
            yes.append(x)
        else:
            no.append(x)
    return yes, no


def visiblename(name, all=None, obj=None):
    """Whether a name is to be shown."""
    if name in ('__builtins__', '__doc__', '__file__', '__path__',
                '__module__', '__name__', '__slots__', '__package__'):
        return 0
    if name.startswith('__') and name.endswith('__'):
        return 1
    if name.startswith('_') and hasattr(obj, '_fields'):
        # Named tuples.
        return 1
    if all is not None:
        return name in all
    return not name.startswith('_')


def classify_class_attrs(object):
    """inspect.classify_class_attrs() with data descriptors told apart."""
    result = []
    for name, kind, cls, value in inspect.classify_class_attrs(object):
        if inspect.isdatadescriptor(value):
            kind = 'data descriptor'
        result.append((name, kind, cls, value))
    return result


def source_synopsis(file):
    """The first line of a source's docstring, or None."""
    line = file.readline()
    while line[:1] == '#' or not strip(line):
        line = file.readline()
        if not line:
            break
    line = strip(line)
    if line[:4] == 'r"""':
        line = line[1:]
    if line[:3] == '"""':
        line = line[3:]
        if line[-1:] == '\\':
            line = line[:-1]
        while not strip(line):
            line = file.readline()
            if not line:
                break
        return strip(split(line, '"""')[0])
    return None


def synopsis(filename, cache={}):
    mtime = os.stat(filename).st_mtime
    lastupdate, result = cache.get(filename, (None, None))
    if lastupdate is None or lastupdate < mtime:
        with open(filename) as file:
            result = source_synopsis(file)
        cache[filename] = mtime, result
    return result


class ErrorDuringImport(Exception):
    """A module that is there cannot be imported."""

    def __init__(self, filename, exc_info):
        exc, value, tb = exc_info
        self.filename = filename
        self.exc = exc
        self.value = value
        self.tb = tb

    def __str__(self):
        exc = self.exc
        if type(exc) is types.ClassType:
            exc = exc.__name__
        return 'problem in %s - %s: %s' % (self.filename, exc, self.value)


def safeimport(path, forceload=0, cache={}):
    """The module of a dotted name; None if there is none."""
    try:
        module = __import__(path)
    except:
        info = sys.exc_info()
        exc, value, tb = info
        if path in sys.modules:
            raise ErrorDuringImport(sys.modules[path].__file__, info)
        if exc is SyntaxError:
            raise ErrorDuringImport(value.filename, info)
        if exc is ImportError and extract_tb(tb)[-1][2] == 'safeimport':
            return None
        raise ErrorDuringImport(path, info)
    for part in split(path, '.')[1:]:
        try:
            module = getattr(module, part)
        except AttributeError:
            return None
    return module


_IN_THE_INTERPRETER = ('errno', 'exceptions', 'gc', 'imp', 'marshal', 'posix',
                       'signal', 'sys', 'thread', 'zipimport')


class Doc:
    def document(self, object, name=None, *args):
        """The page of an object of any kind."""
        args = (object, name) + args
        if inspect.isgetsetdescriptor(object):
            return self.docdata(*args)
        if inspect.ismemberdescriptor(object):
            return self.docdata(*args)
        try:
            if inspect.ismodule(object):
                return self.docmodule(*args)
            if inspect.isclass(object):
                return self.docclass(*args)
            if inspect.isroutine(object):
                return self.docroutine(*args)
        except AttributeError:
            pass
        if isinstance(object, property):
            return self.docproperty(*args)
        return self.docother(*args)

    def fail(self, object, name=None, *args):
        message = "don't know how to document object%s of type %s" % (
            name and ' ' + repr(name), type(object).__name__)
        raise TypeError, message

    docmodule = docclass = docroutine = docother = docproperty = docdata = fail

    def getdocloc(self, object, basedir=os.path.join(
            sys.exec_prefix, "lib", "python" + sys.version[0:3])):
        """The address of a module's manual, or None."""
        try:
            file = inspect.getabsfile(object)
        except TypeError:
            file = '(built-in)'
        docloc = os.environ.get("PYTHONDOCS", "https://docs.python.org/library")
        basedir = os.path.normcase(basedir)
        if not inspect.ismodule(object) or \
                object.__name__ in ('xml.etree', 'test.pydoc_mod'):
            return None
        if object.__name__ not in _IN_THE_INTERPRETER and not (
                file.startswith(basedir) and not
                file.startswith(os.path.join(basedir, 'site-packages'))):
            return None
        name = object.__name__.lower()
        if docloc.startswith(("http://", "https://")):
            return "%s/%s" % (docloc.rstrip("/"), name)
        return os.path.join(docloc, name + ".html")


def module_members(object):
    """The classes, routines and data of a module that are shown, as lists of
    (name, value)."""
    try:
        all = object.__all__
    except AttributeError:
        all = None
    classes = [(key, value) for key, value in
               inspect.getmembers(object, inspect.isclass)
               if (all is not None or
                   (inspect.getmodule(value) or object) is object) and
               visiblename(key, all, object)]
    funcs = [(key, value) for key, value in
             inspect.getmembers(object, inspect.isroutine)
             if (all is not None or inspect.isbuiltin(value) or
                 inspect.getmodule(value) is object) and
             visiblename(key, all, object)]
    data = [(key, value) for key, value in inspect.getmembers(object, isdata)
            if visiblename(key, all, object)]
    return classes, funcs, data


class HTMLRepr(Repr):
    """Values short and quoted for HTML."""

    def __init__(self):
        Repr.__init__(self)
        self.maxlist = self.maxtuple = 20
        self.maxdict = 10
        self.maxstring = self.maxother = 100

    def escape(self, text):
        return replace(text, '&', '&amp;', '<', '&lt;', '>', '&gt;')

    def repr(self, object):
        return Repr.repr(self, object)

    def repr1(self, x, level):
        if hasattr(type(x), '__name__'):
            methodname = 'repr_' + join(split(type(x).__name__), '_')
            if hasattr(self, methodname):
                return getattr(self, methodname)(x, level)
        return self.escape(cram(stripid(repr(x)), self.maxother))

    def repr_string(self, x, level):
        test = cram(x, self.maxstring)
        testrepr = repr(test)
        if '\\' in test and '\\' not in replace(testrepr, r'\\', ''):
            # Backslashes are shown once.
            return 'r' + testrepr[0] + self.escape(test) + testrepr[0]
        return re.sub(r'((\\[\\abfnrtv\'"]|\\[0-9]..|\\x..|\\u....)+)',
                      r'<font color="#c040c0">\1</font>',
                      self.escape(testrepr))

    repr_str = repr_string
    repr_unicode = repr_string

    def repr_instance(self, x, level):
        try:
            return self.escape(cram(stripid(repr(x)), self.maxstring))
        except:
            return self.escape('<%s instance>' % x.__class__.__name__)


class HTMLDoc(_pydoc_html.Pages, Doc):
    """Pages in HTML."""

    _repr_instance = HTMLRepr()
    repr = _repr_instance.repr
    escape = _repr_instance.escape


class TextRepr(Repr):
    """Values short."""

    def __init__(self):
        Repr.__init__(self)
        self.maxlist = self.maxtuple = 20
        self.maxdict = 10
        self.maxstring = self.maxother = 100

    def repr1(self, x, level):
        if hasattr(type(x), '__name__'):
            methodname = 'repr_' + join(split(type(x).__name__), '_')
            if hasattr(self, methodname):
                return getattr(self, methodname)(x, level)
        return cram(stripid(repr(x)), self.maxother)

    def repr_string(self, x, level):
        test = cram(x, self.maxstring)
        testrepr = repr(test)
        if '\\' in test and '\\' not in replace(testrepr, r'\\', ''):
            return 'r' + testrepr[0] + test + testrepr[0]
        return testrepr

    repr_str = repr_string

    def repr_instance(self, x, level):
        try:
            return cram(stripid(repr(x)), self.maxstring)
        except:
            return '<%s instance>' % x.__class__.__name__


class TextDoc(Doc):
    """Pages as text; bold is a character struck twice."""

    _repr_instance = TextRepr()
    repr = _repr_instance.repr

    def bold(self, text):
        return join(map(lambda ch: ch + '\b' + ch, text), '')

    def indent(self, text, prefix='    '):
        if not text:
            return ''
        lines = [prefix + line for line in split(text, '\n')]
        if lines:
            lines[-1] = rstrip(lines[-1])
        return join(lines, '\n')

    def section(self, title, contents):
        return self.bold(title) + '\n' + rstrip(self.indent(contents)) + '\n\n'

    def formattree(self, tree, modname, parent=None, prefix=''):
        result = ''
        for entry in tree:
            if type(entry) is type(()):
                c, bases = entry
                result = result + prefix + classname(c, modname)
                if bases and bases != (parent,):
                    parents = map(lambda c, m=modname: classname(c, m), bases)
                    result = result + '(%s)' % join(parents, ', ')
                result = result + '\n'
            elif type(entry) is type([]):
                result = result + self.formattree(entry, modname, c,
                                                  prefix + '    ')
        return result

    def docmodule(self, object, name=None, mod=None):
        name = object.__name__
        synop, desc = splitdoc(getdoc(object))
        result = self.section('NAME', name + (synop and ' - ' + synop))
        try:
            file = inspect.getabsfile(object)
        except TypeError:
            file = '(built-in)'
        result = result + self.section('FILE', file)
        docloc = self.getdocloc(object)
        if docloc is not None:
            result = result + self.section('MODULE DOCS', docloc)
        if desc:
            result = result + self.section('DESCRIPTION', desc)
        classes, funcs, data = module_members(object)
        modpkgs = []
        if hasattr(object, '__path__'):
            for importer, modname, ispkg in \
                    pkgutil.iter_modules(object.__path__):
                modpkgs.append(modname + (ispkg and ' (package)' or ''))
            modpkgs.sort()
            result = result + self.section('PACKAGE CONTENTS',
                                           join(modpkgs, '\n'))
        if classes:
            classlist = map(lambda key_value: key_value[1], classes)
            contents = [self.formattree(inspect.getclasstree(classlist, 1),
                                        name)]
            for key, value in classes:
                contents.append(self.document(value, key, name))
            result = result + self.section('CLASSES', join(contents, '\n'))
        if funcs:
            result = result + self.section('FUNCTIONS', join(
                [self.document(value, key, name) for key, value in funcs],
                '\n'))
        if data:
            result = result + self.section('DATA', join(
                [self.docother(value, key, name, maxlen=70)
                 for key, value in data], '\n'))
        for attribute, title in (('__version__', 'VERSION'),
                                 ('__date__', 'DATE'),
                                 ('__author__', 'AUTHOR'),
                                 ('__credits__', 'CREDITS')):
            if hasattr(object, attribute):
                value = _text(getattr(object, attribute))
                if value[:11] == '$' + 'Revision: ' and value[-1:] == '$':
                    value = strip(value[11:-1])
                result = result + self.section(title, value)
        return result

    def docclass(self, object, name=None, mod=None, *ignored):
        realname = object.__name__
        name = name or realname
        bases = object.__bases__
        if name == realname:
            title = 'class ' + self.bold(realname)
        else:
            title = self.bold(name) + ' = class ' + realname
        if bases:
            parents = map(lambda c, m=object.__module__: classname(c, m),
                          bases)
            title = title + '(%s)' % join(parents, ', ')
        doc = getdoc(object)
        contents = doc and [doc + '\n'] or []
        push = contents.append
        mro = deque(inspect.getmro(object))
        if len(mro) > 2:
            push("Method resolution order:")
            for base in mro:
                push('    ' + classname(base, object.__module__))
            push('')
        self._class_attributes(object, name, mod, mro, push)
        contents = '\n'.join(contents)
        if not contents:
            return title + '\n'
        return title + '\n' + self.indent(rstrip(contents), ' |  ') + '\n'

    def _class_attributes(self, object, name, mod, mro, push):
        first = [True]

        def rule():
            if not first[0]:
                push('-' * 70)
            first[0] = False

        def spill(msg, attrs, predicate):
            ok, attrs = _split_list(attrs, predicate)
            if ok:
                rule()
                push(msg)
                for name, kind, homecls, value in ok:
                    try:
                        value = getattr(object, name)
                    except Exception:
                        push(self._docdescriptor(name, value, mod))
                    else:
                        push(self.document(value, name, mod, object))
            return attrs

        def spilldescriptors(msg, attrs, predicate):
            ok, attrs = _split_list(attrs, predicate)
            if ok:
                rule()
                push(msg)
                for name, kind, homecls, value in ok:
                    push(self._docdescriptor(name, value, mod))
            return attrs

        def spilldata(msg, attrs, predicate):
            ok, attrs = _split_list(attrs, predicate)
            if ok:
                rule()
                push(msg)
                for name, kind, homecls, value in ok:
                    if hasattr(value, '__call__') or \
                            inspect.isdatadescriptor(value):
                        doc = getdoc(value)
                    else:
                        doc = None
                    push(self.docother(getattr(object, name), name, mod,
                                       maxlen=70, doc=doc) + '\n')
            return attrs

        attrs = [row for row in classify_class_attrs(object)
                 if visiblename(row[0], obj=object)]
        while attrs:
            if mro:
                thisclass = mro.popleft()
            else:
                thisclass = attrs[0][2]
            attrs, inherited = _split_list(attrs,
                                           lambda t: t[2] is thisclass)
            if thisclass is __builtin__.object:
                attrs = inherited
                continue
            if thisclass is object:
                tag = "defined here"
            else:
                tag = "inherited from %s" % classname(thisclass,
                                                      object.__module__)
            attrs.sort()
            attrs = spill("Methods %s:\n" % tag, attrs,
                          lambda t: t[1] == 'method')
            attrs = spill("Class methods %s:\n" % tag, attrs,
                          lambda t: t[1] == 'class method')
            attrs = spill("Static methods %s:\n" % tag, attrs,
                          lambda t: t[1] == 'static method')
            attrs = spilldescriptors("Data descriptors %s:\n" % tag, attrs,
                                     lambda t: t[1] == 'data descriptor')
            attrs = spilldata("Data and other attributes %s:\n" % tag, attrs,
                              lambda t: t[1] == 'data')
            attrs = inherited

    def formatvalue(self, object):
        return '=' + self.repr(object)

    def docroutine(self, object, name=None, mod=None, cl=None):
        realname = object.__name__
        name = name or realname
        note = ''
        skipdocs = 0
        if inspect.ismethod(object):
            imclass = object.im_class
            if cl:
                if imclass is not cl:
                    note = ' from ' + classname(imclass, mod)
            else:
                if object.im_self is not None:
                    note = ' method of %s instance' % classname(
                        object.im_self.__class__, mod)
                else:
                    note = ' unbound %s method' % classname(imclass, mod)
            object = object.im_func
        if name == realname:
            title = self.bold(realname)
        else:
            if cl and realname in cl.__dict__ and \
                    cl.__dict__[realname] is object:
                skipdocs = 1
            title = self.bold(name) + ' = ' + realname
        if inspect.isfunction(object):
            args, varargs, varkw, defaults = inspect.getargspec(object)
            argspec = inspect.formatargspec(args, varargs, varkw, defaults,
                                            formatvalue=self.formatvalue)
            if realname == '<lambda>':
                title = self.bold(name) + ' lambda '
                argspec = argspec[1:-1]
        else:
            argspec = '(...)'
        decl = title + argspec + note
        if skipdocs:
            return decl + '\n'
        doc = getdoc(object) or ''
        return decl + '\n' + (doc and rstrip(self.indent(doc)) + '\n')

    def _docdescriptor(self, name, value, mod):
        results = []
        push = results.append
        if name:
            push(self.bold(name) + '\n')
        doc = getdoc(value) or ''
        if doc:
            push(self.indent(doc))
            push('\n')
        return ''.join(results)

    def docproperty(self, object, name=None, mod=None, cl=None):
        return self._docdescriptor(name, object, mod)

    docdata = docproperty

    def docother(self, object, name=None, mod=None, parent=None, maxlen=None,
                 doc=None):
        repr = self.repr(object)
        if maxlen:
            line = (name and name + ' = ' or '') + repr
            chop = maxlen - len(line)
            if chop < 0:
                repr = repr[:chop] + '...'
        line = (name and self.bold(name) + ' = ' or '') + repr
        if doc is not None:
            line += '\n' + self.indent(str(doc))
        return line


_encoding = locale.getpreferredencoding() or 'ascii'

# --- showing pages ---------------------------------------------------------


def plain(text):
    """Without the characters struck twice."""
    return re.sub('.\b', '', text)


def _encode(text, encoding=None):
    """The bytes of a text; characters that the encoding lacks as &#NNN;."""
    if isinstance(text, unicode):
        return text.encode(encoding or _encoding, 'xmlcharrefreplace')
    return text


def _text(value):
    """str() of anything."""
    return _encode(value) if isinstance(value, unicode) else str(value)


def _shown(text):
    return _encode(plain(text), getattr(sys.stdout, 'encoding', None))


def plainpager(text):
    sys.stdout.write(_shown(text))


def tempfilepager(text, cmd):
    """Through a program that gets the name of a file."""
    handle, path = tempfile.mkstemp()
    try:
        with os.fdopen(handle, 'wb') as f:
            f.write(_encode(text))
        os.system(cmd + ' "' + path + '"')
    finally:
        os.unlink(path)


def _key():
    """The next key, or the first of a line where there is no terminal."""
    try:
        fd = sys.stdin.fileno()
        import tty
        old = tty.tcgetattr(fd)
        tty.setcbreak(fd)
    except Exception:
        return sys.stdin.readline()[:1]
    try:
        return sys.stdin.read(1)
    finally:
        tty.tcsetattr(fd, tty.TCSAFLUSH, old)


def ttypager(text):
    """A screenful at a time: return for a line more, q to stop."""
    lines = _shown(text).split('\n')
    try:
        room = int(os.environ.get('LINES', 0)) or 25
    except ValueError:
        room = 25
    n = room - 1
    sys.stdout.write('\n'.join(lines[:n]) + '\n')
    while lines[n:]:
        sys.stdout.write('-- more --')
        sys.stdout.flush()
        key = _key()
        sys.stdout.write('\r          \r')
        if key in ('', 'q', 'Q'):
            break
        more = 1 if key in '\r\n' else room - 1
        sys.stdout.write('\n'.join(lines[n:n + more]) + '\n')
        n += more


def pipepager(text, cmd):
    """Through a program."""
    pipe = os.popen(cmd, 'w')
    try:
        pipe.write(_encode(text))
        pipe.close()
    except IOError:
        # The reader has had enough.
        pass


def getpager():
    """The function that shows long texts."""
    if type(sys.stdout) is not types.FileType:
        return plainpager
    if not hasattr(sys.stdin, "isatty"):
        return plainpager
    if not sys.stdin.isatty() or not sys.stdout.isatty():
        return plainpager
    command = os.environ.get('PAGER')
    if command:
        if os.environ.get('TERM') in ('dumb', 'emacs'):
            return lambda text: pipepager(plain(text), command)
        return lambda text: pipepager(text, command)
    if os.environ.get('TERM') in ('dumb', 'emacs'):
        return plainpager
    return lambda text: pipepager(text, 'less')


def pager(text):
    global pager
    pager = getpager()
    pager(text)


def describe(thing):
    """What kind of thing it is, in words."""
    if inspect.ismodule(thing):
        if thing.__name__ in sys.builtin_module_names:
            return 'built-in module ' + thing.__name__
        if hasattr(thing, '__path__'):
            return 'package ' + thing.__name__
        return 'module ' + thing.__name__
    if inspect.isbuiltin(thing):
        return 'built-in function ' + thing.__name__
    if inspect.isgetsetdescriptor(thing):
        return 'getset descriptor %s.%s.%s' % (
            thing.__objclass__.__module__, thing.__objclass__.__name__,
            thing.__name__)
    if inspect.ismemberdescriptor(thing):
        return 'member descriptor %s.%s.%s' % (
            thing.__objclass__.__module__, thing.__objclass__.__name__,
            thing.__name__)
    if inspect.isclass(thing):
        return 'class ' + thing.__name__
    if inspect.isfunction(thing):
        return 'function ' + thing.__name__
    if inspect.ismethod(thing):
        return 'method ' + thing.__name__
    if type(thing) is types.InstanceType:
        return 'instance of ' + thing.__class__.__name__
    return type(thing).__name__


def locate(path, forceload=0):
    """The object of a dotted name, importing what is needed; or None."""
    parts = [part for part in split(path, '.') if part]
    module, n = None, 0
    while n < len(parts):
        nextmodule = safeimport(join(parts[:n + 1], '.'), forceload)
        if not nextmodule:
            break
        module, n = nextmodule, n + 1
    object = module if module else __builtin__
    for part in parts[n:]:
        try:
            object = getattr(object, part)
        except AttributeError:
            return None
    return object


text = TextDoc()
html = HTMLDoc()


class _OldStyleClass:
    pass


_OLD_INSTANCE_TYPE = type(_OldStyleClass())


def resolve(thing, forceload=0):
    """(object, name) of a dotted name or of an object."""
    if isinstance(thing, str):
        object = locate(thing, forceload)
        if object is None:
            raise ImportError, 'no Python documentation found for %r' % thing
        return object, thing
    name = getattr(thing, '__name__', None)
    return thing, name if isinstance(name, str) else None


def render_doc(thing, title='Python Library Documentation: %s', forceload=0):
    """The page of an object or of a dotted name."""
    object, name = resolve(thing, forceload)
    desc = describe(object)
    module = inspect.getmodule(object)
    if name and '.' in name:
        desc += ' in ' + name[:name.rfind('.')]
    elif module and module is not object:
        desc += ' in module ' + module.__name__
    if type(object) is _OLD_INSTANCE_TYPE:
        # Of an instance the class is of interest.
        object = object.__class__
    elif not (inspect.ismodule(object) or inspect.isclass(object) or
              inspect.isroutine(object) or
              inspect.isgetsetdescriptor(object) or
              inspect.ismemberdescriptor(object) or
              isinstance(object, property)):
        object = type(object)
        desc += ' object'
    return _encode(title % desc + '\n\n' + text.document(object, name))


def doc(thing, title='Python Library Documentation: %s', forceload=0):
    """Shows it."""
    try:
        pager(render_doc(thing, title, forceload))
    except (ImportError, ErrorDuringImport), value:
        print value


def writedoc(thing, forceload=0):
    """Writes the page in HTML to a file in the current folder."""
    try:
        object, name = resolve(thing, forceload)
        page = html.page(describe(object), html.document(object, name))
        with open(name + '.html', 'w') as file:
            file.write(page)
        print 'wrote', name + '.html'
    except (ImportError, ErrorDuringImport), value:
        print value


def writedocs(dir, pkgpath='', done=None):
    """The same for all modules of a folder."""
    for importer, modname, ispkg in pkgutil.walk_packages([dir], pkgpath):
        writedoc(modname)


def ispackage(path):
    """Whether a folder is a package's."""
    if os.path.isdir(path):
        for ext in ('.py', '.pyc', '.pyo'):
            if os.path.isfile(os.path.join(path, '__init__' + ext)):
                return True
    return False


def ispath(x):
    return isinstance(x, str) and x.find(os.sep) >= 0


def importfile(path):
    """The module of a source file."""
    import imp
    filename = os.path.basename(path)
    name, ext = os.path.splitext(filename)
    with open(path) as file:
        try:
            return imp.load_module(name, file, path,
                                   (ext, 'r', imp.PY_SOURCE))
        except:
            raise ErrorDuringImport(path, sys.exc_info())


class ModuleScanner:
    """Calls back with the names of modules and what they are for."""

    def run(self, callback, key=None, completer=None, onerror=None):
        if key:
            key = key.lower()
        self.quit = False
        seen = {}
        for modname in sys.builtin_module_names:
            if modname != '__main__':
                seen[modname] = 1
                desc = ''
                if key is not None:
                    doc = __import__(modname).__doc__ or ''
                    desc = split(doc, '\n')[0]
                    if (modname + ' - ' + desc).lower().find(key) < 0:
                        continue
                callback(None, modname, desc)
        for importer, modname, ispkg in pkgutil.walk_packages(
                onerror=onerror):
            if self.quit:
                break
            desc = '' if key is None else self._synopsis(importer, modname)
            if key is None or \
                    (modname + ' - ' + desc).lower().find(key) >= 0:
                callback(self._path(importer, modname, ispkg), modname, desc)
        if completer:
            completer()

    def _path(self, importer, modname, ispkg):
        path = os.path.join(getattr(importer, 'path', ''),
                            modname.split('.')[-1])
        return os.path.join(path, '__init__.py') if ispkg else path + '.py'

    def _synopsis(self, importer, modname):
        path = self._path(importer, modname, False)
        if not os.path.exists(path):
            path = self._path(importer, modname, True)
        try:
            return synopsis(path) or ''
        except (IOError, OSError):
            return ''


def apropos(key):
    """Prints the modules with a word in their first line."""
    def callback(path, modname, desc):
        if modname[-9:] == '.__init__':
            modname = modname[:-9] + ' (package)'
        print modname, desc and '- ' + desc

    def onerror(modname):
        pass
    ModuleScanner().run(callback, key, onerror=onerror)


def serve(port, callback=None, completer=None):
    """Serves pages in HTML on a port of this machine."""
    import select
    from _pydoc_server import DocServer
    try:
        DocServer(port, callback).serve_until_quit()
    except (KeyboardInterrupt, select.error):
        pass
    finally:
        if completer:
            completer()


class Helper:
    """help(thing)."""

    # What pages there are for the keywords of the language.
    keywords = dict((word, '') for word in keyword.kwlist)

    def __init__(self, input=None, output=None):
        self._input = input
        self._output = output

    input = property(lambda self: self._input or sys.stdin)
    output = property(lambda self: self._output or sys.stdout)

    def __repr__(self):
        return '<pydoc.Helper instance>'

    _GoInteractive = object()

    def __call__(self, request=_GoInteractive):
        if request is not self._GoInteractive:
            self.help(request)
        else:
            self.intro()
            self.interact()

    def interact(self):
        self.output.write('\n')
        while True:
            self.output.write('help> ')
            self.output.flush()
            request = self.input.readline()
            if not request:
                break
            request = strip(replace(request, '"', '', "'", ''))
            if request.lower() in ('q', 'quit'):
                break
            self.help(request)

    def help(self, request):
        if type(request) is type(''):
            request = request.strip()
            if request in ('True', 'False', 'None'):
                doc(getattr(__builtin__, request), 'Help on %s:')
            elif request:
                doc(request, 'Help on %s:')
        elif isinstance(request, Helper):
            self()
        else:
            doc(request, 'Help on %s:')
        self.output.write('\n')

    def intro(self):
        self.output.write('\nWelcome to Python %s!  This is the online help '
                          'utility.\n\nEnter the name of any module, or of '
                          'anything in one.  "quit" leaves.\n'
                          % sys.version[:3])


help = Helper()


def cli():
    for arg in sys.argv[1:]:
        help.help(arg)


if __name__ == '__main__':
    cli()
