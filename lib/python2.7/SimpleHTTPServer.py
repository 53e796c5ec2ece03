"""Serves the files of the current folder over HTTP."""

import os
import posixpath
import BaseHTTPServer
import cgi
import mimetypes
import shutil
import sys
import urllib
import urlparse

try:
    from cStringIO import StringIO
except ImportError:
    from StringIO import StringIO

__version__ = '0.6'

__all__ = ['SimpleHTTPRequestHandler']


class SimpleHTTPRequestHandler(BaseHTTPServer.BaseHTTPRequestHandler):
    """Answers GET and HEAD with files and listings of folders."""

    server_version = 'SimpleHTTP/' + __version__

    def do_GET(self):
        f = self.send_head()
        if f:
            try:
                self.copyfile(f, self.wfile)
            finally:
                f.close()

    def do_HEAD(self):
        f = self.send_head()
        if f:
            f.close()

    def send_head(self):
        """Sends the headers; the file that is to follow them, or None."""
        path = self.translate_path(self.path)
        if os.path.isdir(path):
            parts = urlparse.urlsplit(self.path)
            if not parts.path.endswith('/'):
                # Browsers resolve relative links by the last slash.
                self.send_response(301)
                self.send_header('Location', urlparse.urlunsplit(
                    (parts[0], parts[1], parts[2] + '/', parts[3],
                     parts[4])))
                self.end_headers()
                return None
            for index in 'index.html', 'index.htm':
                index = os.path.join(path, index)
                if os.path.exists(index):
                    path = index
                    break
            else:
                return self.list_directory(path)
        ctype = self.guess_type(path)
        try:
            f = open(path, 'rb')
        except IOError:
            self.send_error(404, 'File not found')
            return None
        try:
            self.send_response(200)
            self.send_header('Content-type', ctype)
            fs = os.fstat(f.fileno())
            self.send_header('Content-Length', str(fs[6]))
            self.send_header('Last-Modified',
                             self.date_time_string(fs.st_mtime))
            self.end_headers()
            return f
        except:
            f.close()
            raise

    def list_directory(self, path):
        """Sends the headers of a listing; it itself as a file."""
        try:
            names = os.listdir(path)
        except os.error:
            self.send_error(404, 'No permission to list directory')
            return None
        names.sort(key=lambda a: a.lower())
        f = StringIO()
        shown = cgi.escape(urllib.unquote(self.path))
        f.write('<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 3.2 Final//EN">')
        f.write('<html>\n<title>Directory listing for %s</title>\n' % shown)
        f.write('<body>\n<h2>Directory listing for %s</h2>\n' % shown)
        f.write('<hr>\n<ul>\n')
        for name in names:
            full = os.path.join(path, name)
            display = link = name
            if os.path.isdir(full):
                display = name + '/'
                link = name + '/'
            if os.path.islink(full):
                display = name + '@'
            f.write('<li><a href="%s">%s</a>\n'
                    % (urllib.quote(link), cgi.escape(display)))
        f.write('</ul>\n<hr>\n</body>\n</html>\n')
        length = f.tell()
        f.seek(0)
        self.send_response(200)
        encoding = sys.getfilesystemencoding()
        self.send_header('Content-type', 'text/html; charset=%s' % encoding)
        self.send_header('Content-Length', str(length))
        self.end_headers()
        return f

    def translate_path(self, path):
        """The file that a path of a URL stands for."""
        path = path.split('?', 1)[0]
        path = path.split('#', 1)[0]
        trailing_slash = path.rstrip().endswith('/')
        path = posixpath.normpath(urllib.unquote(path))
        result = os.getcwd()
        for word in filter(None, path.split('/')):
            if os.path.dirname(word) or word in (os.curdir, os.pardir):
                continue
            result = os.path.join(result, word)
        if trailing_slash:
            result += '/'
        return result

    def copyfile(self, source, outputfile):
        """Copies the file to the client."""
        shutil.copyfileobj(source, outputfile)

    def guess_type(self, path):
        """The MIME type by the name's extension."""
        base, ext = posixpath.splitext(path)
        for ext in ext, ext.lower():
            if ext in self.extensions_map:
                return self.extensions_map[ext]
        return self.extensions_map['']

    if not mimetypes.inited:
        mimetypes.init()
    extensions_map = mimetypes.types_map.copy()
    extensions_map.update({
        '': 'application/octet-stream',
        '.py': 'text/plain',
        '.c': 'text/plain',
        '.h': 'text/plain',
    })


def test(HandlerClass=SimpleHTTPRequestHandler,
         ServerClass=BaseHTTPServer.HTTPServer):
    BaseHTTPServer.test(HandlerClass, ServerClass)


if __name__ == '__main__':
    test()
