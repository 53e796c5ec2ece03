"""The pages of pydoc in HTML."""

import __builtin__
import exceptions
import inspect
import os
import pkgutil
import re
import sys

from collections import deque

_PAGE = '''
<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN">
<html><head><title>Python: %s</title>
<meta charset="utf-8">
</head><body bgcolor="#f0f0f8">
%s
</body></html>'''

_HEADING = '''
<table width="100%%" cellspacing=0 cellpadding=2 border=0 summary="heading">
<tr bgcolor="%s">
<td valign=bottom>&nbsp;<br>
<font color="%s" face="helvetica, arial">&nbsp;<br>%s</font></td
><td align=right valign=bottom
><font color="%s" face="helvetica, arial">%s</font></td></tr></table>
    '''

_SECTION = '''<p>
<table width="100%%" cellspacing=0 cellpadding=2 border=0 summary="section">
<tr bgcolor="%s">
<td colspan=3 valign=bottom>&nbsp;<br>
<font color="%s" face="helvetica, arial">%s</font></td></tr>
    '''

_PRELUDE = '''
<tr bgcolor="%s"><td rowspan=2>%s</td>
<td colspan=2>%s</td></tr>
<tr><td>%s</td>'''

_MARGIN = '''
<tr><td bgcolor="%s">%s</td><td>%s</td>'''

# Addresses, numbers of RFCs and PEPs, names.
LINKED = re.compile(r'\b((http|ftp)://\S+[\w/]|'
                    r'RFC[- ]?(\d+)|'
                    r'PEP[- ]?(\d+)|'
                    r'(self\.)?(\w+))')


class Pages:
    """What pydoc.HTMLDoc is made of: pieces of pages, each a string."""

    _linked = LINKED

    def page(self, title, contents):
        return pydoc._encode(_PAGE % (title, contents), 'ascii')

    def heading(self, title, fgcol, bgcol, extras=''):
        return _HEADING % (bgcol, fgcol, title, fgcol, extras or '&nbsp;')

    def section(self, title, fgcol, bgcol, contents, width=6, prelude='',
                marginalia=None, gap='&nbsp;'):
        if marginalia is None:
            marginalia = '<tt>' + '&nbsp;' * width + '</tt>'
        result = _SECTION % (bgcol, fgcol, title)
        if prelude:
            result += _PRELUDE % (bgcol, marginalia, prelude, gap)
        else:
            result += _MARGIN % (bgcol, marginalia, gap)
        return result + '\n<td width="100%%">%s</td></tr></table>' % contents

    def bigsection(self, title, *args):
        title = '<big><strong>%s</strong></big>' % title
        return self.section(title, *args)

    def preformat(self, text):
        text = self.escape(text.expandtabs())
        return pydoc.replace(text, '\n\n', '\n \n', '\n\n', '\n \n', ' ',
                             '&nbsp;', '\n', '<br>\n')

    def multicolumn(self, list, format, cols=4):
        result = ''
        rows = (len(list) + cols - 1) / cols
        for col in range(cols):
            result += '<td width="%d%%" valign=top>' % (100 / cols)
            for item in list[rows * col:rows * (col + 1)]:
                result += format(item) + '<br>\n'
            result += '</td>'
        return '<table width="100%%" summary="list"><tr>%s</tr></table>' % \
            result

    def grey(self, text):
        return '<font color="#909090">%s</font>' % text

    def namelink(self, name, *dicts):
        for links in dicts:
            if name in links:
                return '<a href="%s">%s</a>' % (links[name], name)
        return name

    def classlink(self, object, modname):
        name = object.__name__
        module = sys.modules.get(object.__module__)
        shown = pydoc.classname(object, modname)
        if hasattr(module, name) and getattr(module, name) is object:
            return '<a href="%s.html#%s">%s</a>' % (module.__name__, name,
                                                    shown)
        return shown

    def modulelink(self, object):
        return '<a href="%s.html">%s</a>' % (object.__name__,
                                             object.__name__)

    def modpkglink(self, data):
        name, path, ispackage, shadowed = data
        if shadowed:
            return self.grey(name)
        url = '%s.%s.html' % (path, name) if path else '%s.html' % name
        text = '<strong>%s</strong>&nbsp;(package)' % name if ispackage \
            else name
        return '<a href="%s">%s</a>' % (url, text)

    def markup(self, text, escape=None, funcs={}, classes={}, methods={}):
        """The text with links for what is known and for addresses."""
        escape = escape or self.escape
        pieces = []
        here = 0
        for match in self._linked.finditer(text):
            start, end = match.span()
            pieces.append(escape(text[here:start]))
            whole, scheme, rfc, pep, selfdot, name = match.groups()
            if scheme:
                url = escape(whole).replace('"', '&quot;')
                pieces.append('<a href="%s">%s</a>' % (url, url))
            elif rfc:
                pieces.append('<a href="http://www.rfc-editor.org/rfc/rfc%d'
                              '.txt">%s</a>' % (int(rfc), escape(whole)))
            elif pep:
                pieces.append('<a href="http://www.python.org/dev/peps/pep-'
                              '%04d/">%s</a>' % (int(pep), escape(whole)))
            else:
                pieces.append(self._name(name, selfdot,
                                         text[end:end + 1] == '(', funcs,
                                         classes, methods))
            here = end
        pieces.append(escape(text[here:]))
        return ''.join(pieces)

    def _name(self, name, selfdot, called, funcs, classes, methods):
        """A word, linked if it is known."""
        if selfdot:
            if called:
                return 'self.' + self.namelink(name, methods)
            return 'self.<strong>%s</strong>' % name
        if called:
            return self.namelink(name, methods, funcs, classes)
        return self.namelink(name, classes)

    # Kinds of objects.

    def formattree(self, tree, modname, parent=None):
        result = ''
        for entry in tree:
            if type(entry) is type(()):
                c, bases = entry
                result += '<dt><font face="helvetica, arial">'
                result += self.classlink(c, modname)
                if bases and bases != (parent,):
                    parents = [self.classlink(base, modname)
                               for base in bases]
                    result += '(' + ', '.join(parents) + ')'
                result += '\n</font></dt>'
            elif type(entry) is type([]):
                result += '<dd>\n%s</dd>\n' % self.formattree(entry, modname,
                                                              c)
        return '<dl>\n%s</dl>\n' % result

    def _module_heading(self, object, name):
        parts = name.split('.')
        links = ['<a href="%s.html"><font color="#ffffff">%s</font></a>' %
                 ('.'.join(parts[:i + 1]), part)
                 for i, part in enumerate(parts[:-1])]
        head = '<big><big><strong>%s</strong></big></big>' % '.'.join(
            links + parts[-1:])
        try:
            path = inspect.getabsfile(object)
            filelink = '<a href="file:%s">%s</a>' % (path, path)
        except TypeError:
            filelink = '(built-in)'
        info = []
        if hasattr(object, '__version__'):
            version = pydoc._text(object.__version__)
            if version[:11] == '$' + 'Revision: ' and version[-1:] == '$':
                version = version[11:-1].strip()
            info.append('version %s' % self.escape(version))
        if hasattr(object, '__date__'):
            info.append(self.escape(pydoc._text(object.__date__)))
        if info:
            head += ' (%s)' % ', '.join(info)
        docloc = self.getdocloc(object)
        if docloc is not None:
            docloc = '<br><a href="%s">Module Docs</a>' % docloc
        return self.heading(head, '#ffffff', '#7799ee',
                            '<a href=".">index</a><br>' + filelink +
                            (docloc or ''))

    def _class_links(self, classes, name):
        links = {}
        for key, value in classes:
            links[key] = links[value] = '#' + key
        for key, value in classes:
            for base in value.__bases__:
                key, modname = base.__name__, base.__module__
                module = sys.modules.get(modname)
                if modname != name and module and \
                        getattr(module, key, None) is base and \
                        key not in links:
                    links[key] = links[base] = modname + '.html#' + key
        return links

    def _contents(self, object, name):
        """Of a package, or the modules that a module imports."""
        if hasattr(object, '__path__'):
            rows = [(modname, name, ispkg, 0) for importer, modname, ispkg in
                    pkgutil.iter_modules(object.__path__)]
            rows.sort()
            return self.bigsection('Package Contents', '#ffffff', '#aa55cc',
                                   self.multicolumn(rows, self.modpkglink))
        modules = inspect.getmembers(object, inspect.ismodule)
        if not modules:
            return ''
        return self.bigsection(
            'Modules', '#ffffff', '#aa55cc',
            self.multicolumn(modules, lambda row: self.modulelink(row[1])))

    def docmodule(self, object, name=None, mod=None, *ignored):
        name = object.__name__
        classes, funcs, data = pydoc.module_members(object)
        cdict = self._class_links(classes, name)
        fdict = {}
        for key, value in funcs:
            fdict[key] = '#-' + key
            if inspect.isfunction(value):
                fdict[value] = fdict[key]
        result = self._module_heading(object, name)
        doc = self.markup(pydoc.getdoc(object), self.preformat, fdict, cdict)
        result += '<p>%s</p>\n' % (doc and '<tt>%s</tt>' % doc)
        result += self._contents(object, name)
        if classes:
            tree = inspect.getclasstree([value for key, value in classes], 1)
            contents = [self.formattree(tree, name)]
            contents += [self.document(value, key, name, fdict, cdict)
                         for key, value in classes]
            result += self.bigsection('Classes', '#ffffff', '#ee77aa',
                                      ' '.join(contents))
        if funcs:
            contents = [self.document(value, key, name, fdict, cdict)
                        for key, value in funcs]
            result += self.bigsection('Functions', '#ffffff', '#eeaa77',
                                      ' '.join(contents))
        if data:
            contents = [self.document(value, key) for key, value in data]
            result += self.bigsection('Data', '#ffffff', '#55aa55',
                                      '<br>\n'.join(contents))
        for attribute, title in (('__author__', 'Author'),
                                 ('__credits__', 'Credits')):
            if hasattr(object, attribute):
                contents = self.markup(
                    pydoc._text(getattr(object, attribute)), self.preformat)
                result += self.bigsection(title, '#ffffff', '#7799ee',
                                          contents)
        return result

    def docclass(self, object, name=None, mod=None, funcs={}, classes={},
                 *ignored):
        realname = object.__name__
        name = name or realname
        writer = _ClassPage(self, object, name, mod, funcs, classes)
        contents = writer.contents()
        if name == realname:
            title = '<a name="%s">class <strong>%s</strong></a>' % (name,
                                                                    realname)
        else:
            title = '<strong>%s</strong> = <a name="%s">class %s</a>' % (
                name, name, realname)
        if object.__bases__:
            title += '(%s)' % ', '.join(
                [self.classlink(base, object.__module__)
                 for base in object.__bases__])
        doc = self.markup(pydoc.getdoc(object), self.preformat, funcs,
                          classes, writer.methods)
        doc = doc and '<tt>%s<br>&nbsp;</tt>' % doc
        return self.section(title, '#000000', '#ffc8d8', contents, 3, doc)

    def formatvalue(self, object):
        return self.grey('=' + self.repr(object))

    def docroutine(self, object, name=None, mod=None, funcs={}, classes={},
                   methods={}, cl=None):
        realname = object.__name__
        name = name or realname
        anchor = (cl and cl.__name__ or '') + '-' + name
        note = ''
        skipdocs = 0
        if inspect.ismethod(object):
            note = self._method_note(object, mod, cl)
            object = object.im_func
        if name == realname:
            title = '<a name="%s"><strong>%s</strong></a>' % (
                self.escape(anchor) if '<' in anchor else anchor,
                self.escape(realname))
        else:
            reallink = realname
            if cl and realname in cl.__dict__ and \
                    cl.__dict__[realname] is object:
                reallink = '<a href="#%s">%s</a>' % (
                    cl.__name__ + '-' + realname, realname)
                skipdocs = 1
            title = '<a name="%s"><strong>%s</strong></a> = %s' % (
                anchor, name, reallink)
        argspec = '(...)'
        if inspect.isfunction(object):
            args, varargs, varkw, defaults = inspect.getargspec(object)
            argspec = inspect.formatargspec(args, varargs, varkw, defaults,
                                            formatvalue=self.formatvalue)
            if realname == '<lambda>':
                title = '<strong>%s</strong> <em>lambda</em> ' % name
                argspec = argspec[1:-1]
        decl = title + argspec + (note and self.grey(
            '<font face="helvetica, arial">%s</font>' % note))
        if skipdocs:
            return '<dl><dt>%s</dt></dl>\n' % decl
        doc = self.markup(pydoc.getdoc(object), self.preformat, funcs,
                          classes, methods)
        doc = doc and '<dd><tt>%s</tt></dd>' % doc
        return '<dl><dt>%s</dt>%s</dl>\n' % (decl, doc)

    def _method_note(self, object, mod, cl):
        imclass = object.im_class
        if cl:
            if imclass is cl:
                return ''
            return ' from ' + self.classlink(imclass, mod)
        if object.im_self is not None:
            return ' method of %s instance' % self.classlink(
                object.im_self.__class__, mod)
        return ' unbound %s method' % self.classlink(imclass, mod)

    def _docdescriptor(self, name, value, mod):
        result = ''
        if name:
            result += '<dl><dt><strong>%s</strong></dt>\n' % name
        if value.__doc__ is not None:
            doc = self.markup(pydoc.getdoc(value), self.preformat)
            result += '<dd><tt>%s</tt></dd>\n' % doc
        return result + '</dl>\n'

    def docproperty(self, object, name=None, mod=None, cl=None):
        return self._docdescriptor(name, object, mod)

    def docother(self, object, name=None, mod=None, *ignored):
        lhs = name and '<strong>%s</strong> = ' % name or ''
        return lhs + self.repr(object)

    def docdata(self, object, name=None, mod=None, cl=None):
        return self._docdescriptor(name, object, mod)

    def index(self, dir, shadowed=None):
        """The modules in a folder; shadowed: those seen in others."""
        if shadowed is None:
            shadowed = {}
        rows = []
        for importer, name, ispkg in pkgutil.iter_modules([dir]):
            rows.append((name, '', ispkg, name in shadowed))
            shadowed[name] = 1
        rows.sort()
        return self.bigsection(dir, '#ffffff', '#ee77aa',
                               self.multicolumn(rows, self.modpkglink))


class _ClassPage:
    """The attributes of a class, by the classes that they come from."""

    def __init__(self, doc, object, name, mod, funcs, classes):
        self.doc = doc
        self.object = object
        self.name = name
        self.mod = mod
        self.funcs = funcs
        self.classes = classes
        self.pieces = []
        self.ruled = False
        self.attrs = [row for row in pydoc.classify_class_attrs(object)
                      if pydoc.visiblename(row[0], obj=object)]
        self.methods = {}
        for key, kind, homecls, value in self.attrs:
            self.methods[key] = '#' + name + '-' + key
            try:
                self.methods[getattr(object, key)] = self.methods[key]
            except Exception:
                # It cannot be had, or not be a key.
                pass

    def rule(self):
        if self.ruled:
            self.pieces.append('<hr>\n')
        self.ruled = True

    def chosen(self, title, attrs, kind, show):
        ok, attrs = pydoc._split_list(attrs, lambda t: t[1] == kind)
        if ok:
            self.rule()
            self.pieces.append(title)
            for name, kind, homecls, value in ok:
                self.pieces.append(show(name, value))
        return attrs

    def method(self, name, value):
        try:
            value = getattr(self.object, name)
        except Exception:
            return self.descriptor(name, value) + '\n'
        return self.doc.document(value, name, self.mod, self.funcs,
                                 self.classes, self.methods,
                                 self.object) + '\n'

    def descriptor(self, name, value):
        return self.doc._docdescriptor(name, value, self.mod)

    def data(self, name, value):
        base = self.doc.docother(getattr(self.object, name), name, self.mod)
        doc = None
        if hasattr(value, '__call__') or inspect.isdatadescriptor(value):
            doc = getattr(value, '__doc__', None)
        if doc is None:
            return '<dl><dt>%s</dl>\n\n' % base
        doc = self.doc.markup(pydoc.getdoc(value), self.doc.preformat,
                              self.funcs, self.classes, self.methods)
        return '<dl><dt>%s<dd><tt>%s</tt></dl>\n\n' % (base, doc)

    def contents(self):
        mro = deque(inspect.getmro(self.object))
        if len(mro) > 2:
            self.rule()
            self.pieces.append('<dl><dt>Method resolution order:</dt>\n')
            for base in mro:
                self.pieces.append('<dd>%s</dd>\n' % self.doc.classlink(
                    base, self.object.__module__))
            self.pieces.append('</dl>\n')
        attrs = self.attrs
        while attrs:
            thisclass = mro.popleft() if mro else attrs[0][2]
            attrs, inherited = pydoc._split_list(
                attrs, lambda t: t[2] is thisclass)
            if thisclass is not __builtin__.object:
                self.come_from(thisclass, attrs)
            attrs = inherited
        return ''.join(self.pieces)

    def come_from(self, thisclass, attrs):
        if thisclass is self.object:
            tag = 'defined here'
        else:
            tag = 'inherited from %s' % self.doc.classlink(
                thisclass, self.object.__module__)
        tag += ':<br>\n'
        attrs.sort(key=lambda t: t[0])
        attrs = self.chosen('Methods ' + tag, attrs, 'method', self.method)
        attrs = self.chosen('Class methods ' + tag, attrs, 'class method',
                            self.method)
        attrs = self.chosen('Static methods ' + tag, attrs, 'static method',
                            self.method)
        attrs = self.chosen('Data descriptors ' + tag, attrs,
                            'data descriptor', self.descriptor)
        self.chosen('Data and other attributes ' + tag, attrs, 'data',
                    self.data)


# Last, as pydoc takes Pages from here while it is imported.
import pydoc
