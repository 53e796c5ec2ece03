"""The server of pydoc: an index of modules, and a page for each."""

import BaseHTTPServer
import select
import sys

import pydoc


class _Handler(BaseHTTPServer.BaseHTTPRequestHandler):

    def send_document(self, title, contents):
        try:
            self.send_response(200)
            self.send_header('Content-Type', 'text/html')
            self.end_headers()
            self.wfile.write(pydoc.html.page(title, contents))
        except IOError:
            # The reader has gone.
            pass

    def do_GET(self):
        path = self.path
        if path[-5:] == '.html':
            path = path[:-5]
        if path[:1] == '/':
            path = path[1:]
        if path and path != '.':
            self.send_object(path)
        else:
            self.send_index()

    def send_object(self, path):
        try:
            obj = pydoc.locate(path, forceload=1)
        except pydoc.ErrorDuringImport as value:
            self.send_document(path, pydoc.html.escape(str(value)))
            return
        if obj is not None:
            self.send_document(pydoc.describe(obj),
                               pydoc.html.document(obj, path))
        else:
            self.send_document(
                path, 'no Python documentation found for %s' %
                repr(pydoc.html.escape(path)))

    def send_index(self):
        html = pydoc.html
        heading = html.heading(
            '<big><big><strong>Python: Index of Modules</strong></big></big>',
            '#ffffff', '#7799ee')
        names = [name for name in sys.builtin_module_names
                 if name != '__main__']
        links = html.multicolumn(
            names, lambda name: '<a href="%s.html">%s</a>' % (name, name))
        indices = ['<p>' + html.bigsection('Built-in Modules', '#ffffff',
                                           '#ee77aa', links)]
        seen = {}
        for folder in pydoc.pathdirs():
            indices.append(html.index(folder, seen))
        self.send_document('Index of Modules', heading + ' '.join(indices))

    def log_message(self, *args):
        pass


class DocServer(BaseHTTPServer.HTTPServer):
    """Serves on the local host until `quit` is set."""

    def __init__(self, port, callback):
        self.address = ('localhost', port)
        self.url = 'http://localhost:%d/' % port
        self.callback = callback
        self.quit = False
        BaseHTTPServer.HTTPServer.__init__(self, self.address, _Handler)

    def serve_until_quit(self):
        while not self.quit:
            ready = select.select([self.socket.fileno()], [], [], 1)[0]
            if ready:
                self.handle_request()
        self.server_close()

    def server_activate(self):
        BaseHTTPServer.HTTPServer.server_activate(self)
        self.url = 'http://localhost:%d/' % self.server_port
        if self.callback:
            self.callback(self)
