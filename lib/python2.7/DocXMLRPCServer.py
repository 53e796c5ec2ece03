"""XML-RPC servers that show pages in HTML about their methods."""

import inspect
import pydoc
import re
import sys

from SimpleXMLRPCServer import (SimpleXMLRPCServer,
                                SimpleXMLRPCRequestHandler,
                                CGIXMLRPCRequestHandler,
                                resolve_dotted_attribute)

def _html_escape_quote(s):
    return s.replace('&', '&amp;').replace('<', '&lt;').replace(
        '>', '&gt;').replace('"', '&quot;').replace("'", '&#x27;')


class ServerHTMLDoc(pydoc.HTMLDoc):
    """Pages of a server; names of methods have dots."""

    _linked = re.compile(pydoc._pydoc_html.LINKED.pattern.replace(
        r'(\w+))', r'((?:\w|\.)+))\b'))

    def _name(self, name, selfdot, called, funcs, classes, methods):
        if called:
            return self.namelink(name, methods, funcs, classes)
        if selfdot:
            return 'self.<strong>%s</strong>' % name
        return self.namelink(name, classes)

    def _argspec(self, function, arguments):
        return inspect.formatargspec(*(arguments + inspect.getargspec(
            function)[1:]), formatvalue=self.formatvalue)

    def docroutine(self, object, name, mod=None, funcs={}, classes={},
                   methods={}, cl=None):
        """A function, a method without self, or a pair (arguments, help)."""
        anchor = (cl and cl.__name__ or '') + '-' + name
        title = '<a name="%s"><strong>%s</strong></a>' % (
            self.escape(anchor), self.escape(name))
        argspec = '(...)'
        if inspect.ismethod(object):
            arguments = inspect.getargspec(object.im_func)[0]
            argspec = self._argspec(object.im_func, (arguments[1:],))
        elif inspect.isfunction(object):
            arguments = inspect.getargspec(object)[0]
            argspec = self._argspec(object, (arguments,))
        if isinstance(object, tuple):
            argspec = object[0] or argspec
            docstring = object[1] or ''
        else:
            docstring = pydoc.getdoc(object)
        doc = self.markup(docstring, self.preformat, funcs, classes, methods)
        doc = doc and '<dd><tt>%s</tt></dd>' % doc
        return '<dl><dt>%s</dt>%s</dl>\n' % (title + argspec, doc)

    def docserver(self, server_name, package_documentation, methods):
        """The body of the page."""
        links = dict((key, '#-' + key) for key in methods)
        for key, value in methods.items():
            try:
                links[value] = links[key]
            except TypeError:
                # A callable that is no key.
                pass
        server_name = self.escape(server_name)
        head = '<big><big><strong>%s</strong></big></big>' % server_name
        result = self.heading(head, '#ffffff', '#7799ee')
        doc = self.markup(package_documentation, self.preformat, links)
        result += '<p>%s</p>\n' % (doc and '<tt>%s</tt>' % doc)
        contents = [self.docroutine(value, key, funcs=links)
                    for key, value in sorted(methods.items())]
        return result + self.bigsection('Methods', '#ffffff', '#eeaa77',
                                        ' '.join(contents))


class XMLRPCDocGenerator:
    """Makes the page of a dispatcher."""

    def __init__(self):
        self.server_name = 'XML-RPC Server Documentation'
        self.server_documentation = (
            'This server exports the following methods through the XML-RPC '
            'protocol.')
        self.server_title = 'XML-RPC Server Documentation'

    def set_server_title(self, server_title):
        """The title of the page."""
        self.server_title = server_title

    def set_server_name(self, server_name):
        """The name above the methods."""
        self.server_name = server_name

    def set_server_documentation(self, server_documentation):
        """The text above the methods."""
        self.server_documentation = server_documentation

    def _method(self, name):
        """A method as ServerHTMLDoc.docroutine() takes it."""
        if name in self.funcs:
            return self.funcs[name]
        if self.instance is None:
            assert 0, ('Could not find method in self.functions and no '
                       'instance installed')
        info = [None, None]  # arguments, help
        if hasattr(self.instance, '_get_method_argstring'):
            info[0] = self.instance._get_method_argstring(name)
        if hasattr(self.instance, '_methodHelp'):
            info[1] = self.instance._methodHelp(name)
        if info != [None, None]:
            return tuple(info)
        if hasattr(self.instance, '_dispatch'):
            return tuple(info)
        try:
            return resolve_dotted_attribute(self.instance, name)
        except AttributeError:
            return tuple(info)

    def generate_html_documentation(self):
        """The page."""
        methods = dict((name, self._method(name))
                       for name in self.system_listMethods())
        documenter = ServerHTMLDoc()
        body = documenter.docserver(self.server_name,
                                    self.server_documentation, methods)
        return documenter.page(_html_escape_quote(self.server_title), body)


class DocXMLRPCRequestHandler(SimpleXMLRPCRequestHandler):
    """Answers GET with the page."""

    def do_GET(self):
        if not self.is_rpc_path_valid():
            self.report_404()
            return
        response = self.server.generate_html_documentation()
        self.send_response(200)
        self.send_header('Content-type', 'text/html')
        self.send_header('Content-length', str(len(response)))
        self.end_headers()
        self.wfile.write(response)


class DocXMLRPCServer(SimpleXMLRPCServer, XMLRPCDocGenerator):
    """A server with a page about itself."""

    def __init__(self, addr, requestHandler=DocXMLRPCRequestHandler,
                 logRequests=1, allow_none=False, encoding=None,
                 bind_and_activate=True):
        SimpleXMLRPCServer.__init__(self, addr, requestHandler, logRequests,
                                    allow_none, encoding, bind_and_activate)
        XMLRPCDocGenerator.__init__(self)


class DocCGIXMLRPCRequestHandler(CGIXMLRPCRequestHandler,
                                 XMLRPCDocGenerator):
    """The same in a CGI program."""

    def __init__(self):
        CGIXMLRPCRequestHandler.__init__(self)
        XMLRPCDocGenerator.__init__(self)

    def handle_get(self):
        """Writes the page to stdout."""
        response = self.generate_html_documentation()
        print 'Content-Type: text/html'
        print 'Content-Length: %d' % len(response)
        print
        sys.stdout.write(response)
