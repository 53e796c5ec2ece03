"""A server of files that runs the programs of some folders (CGI)."""

__version__ = "0.4"
__all__ = ["CGIHTTPRequestHandler"]

import BaseHTTPServer
import copy
import os
import select
import SimpleHTTPServer
import sys
import urllib


class CGIHTTPRequestHandler(SimpleHTTPServer.SimpleHTTPRequestHandler):
    have_fork = hasattr(os, 'fork')

    # Programs read the request by themselves: no buffer.
    rbufsize = 0

    cgi_directories = ['/cgi-bin', '/htbin']

    def do_POST(self):
        if self.is_cgi():
            self.run_cgi()
        else:
            self.send_error(501, "Can only POST to CGI scripts")

    def send_head(self):
        if self.is_cgi():
            return self.run_cgi()
        return SimpleHTTPServer.SimpleHTTPRequestHandler.send_head(self)

    def is_cgi(self):
        """Whether the path is a program's; notes folder and rest of it."""
        collapsed_path = _url_collapse_path(self.path)
        dir_sep = collapsed_path.find('/', 1)
        head, tail = collapsed_path[:dir_sep], collapsed_path[dir_sep + 1:]
        if head in self.cgi_directories:
            self.cgi_info = head, tail
            return True
        return False

    def is_executable(self, path):
        return executable(path)

    def is_python(self, path):
        return os.path.splitext(path)[1].lower() in (".py", ".pyw")

    def _find_script(self):
        """(folder, script, rest of the path, query)"""
        dir, rest = self.cgi_info
        path = dir + '/' + rest
        i = path.find('/', len(dir) + 1)
        while i >= 0:
            nextdir = path[:i]
            nextrest = path[i + 1:]
            if not os.path.isdir(self.translate_path(nextdir)):
                break
            dir, rest = nextdir, nextrest
            i = path.find('/', len(dir) + 1)
        rest, _, query = rest.partition('?')
        i = rest.find('/')
        if i >= 0:
            return dir, rest[:i], rest[i:], query
        return dir, rest, '', query

    def run_cgi(self):
        dir, script, rest, query = self._find_script()
        scriptname = dir + '/' + script
        scriptfile = self.translate_path(scriptname)
        if not os.path.exists(scriptfile):
            self.send_error(404, "No such CGI script (%r)" % scriptname)
            return
        if not os.path.isfile(scriptfile):
            self.send_error(403, "CGI script is not a plain file (%r)" %
                            scriptname)
            return
        if not self.is_executable(scriptfile):
            self.send_error(403, "CGI script is not executable (%r)" %
                            scriptname)
            return
        env = self._environment(scriptname, rest, query)
        self.send_response(200, "Script output follows")
        self._run(scriptfile, env, query.replace('+', ' '))

    def _environment(self, scriptname, rest, query):
        env = copy.deepcopy(os.environ)
        env['SERVER_SOFTWARE'] = self.version_string()
        env['SERVER_NAME'] = self.server.server_name
        env['GATEWAY_INTERFACE'] = 'CGI/1.1'
        env['SERVER_PROTOCOL'] = self.protocol_version
        env['SERVER_PORT'] = str(self.server.server_port)
        env['REQUEST_METHOD'] = self.command
        uqrest = urllib.unquote(rest)
        env['PATH_INFO'] = uqrest
        env['PATH_TRANSLATED'] = self.translate_path(uqrest)
        env['SCRIPT_NAME'] = scriptname
        if query:
            env['QUERY_STRING'] = query
        host = self.address_string()
        if host != self.client_address[0]:
            env['REMOTE_HOST'] = host
        env['REMOTE_ADDR'] = self.client_address[0]
        authorization = (self.headers.getheader("authorization") or
                         '').split()
        if len(authorization) == 2:
            import base64
            import binascii
            env['AUTH_TYPE'] = authorization[0]
            if authorization[0].lower() == "basic":
                try:
                    decoded = base64.decodestring(authorization[1])
                except binascii.Error:
                    decoded = ''
                if decoded.count(':') == 1:
                    env['REMOTE_USER'] = decoded.split(':')[0]
        if self.headers.typeheader is None:
            env['CONTENT_TYPE'] = self.headers.type
        else:
            env['CONTENT_TYPE'] = self.headers.typeheader
        length = self.headers.getheader('content-length')
        if length:
            env['CONTENT_LENGTH'] = length
        referer = self.headers.getheader('referer')
        if referer:
            env['HTTP_REFERER'] = referer
        accept = []
        for line in self.headers.getallmatchingheaders('accept'):
            if line[:1] in "\t\n\r ":
                accept.append(line.strip())
            else:
                accept = accept + line[7:].split(',')
        env['HTTP_ACCEPT'] = ','.join(accept)
        ua = self.headers.getheader('user-agent')
        if ua:
            env['HTTP_USER_AGENT'] = ua
        cookies = filter(None, self.headers.getheaders('cookie'))
        if cookies:
            env['HTTP_COOKIE'] = ', '.join(cookies)
        # What the request does not have must not come from ours.
        for k in ('QUERY_STRING', 'REMOTE_HOST', 'CONTENT_LENGTH',
                  'HTTP_USER_AGENT', 'HTTP_COOKIE', 'HTTP_REFERER'):
            env.setdefault(k, "")
        return env

    def _run(self, scriptfile, env, decoded_query):
        args = [os.path.basename(scriptfile)]
        if '=' not in decoded_query:
            args.append(decoded_query)
        nobody = nobody_uid()
        self.wfile.flush()
        pid = os.fork()
        if pid != 0:
            pid, sts = os.waitpid(pid, 0)
            # What the program has not read must not be the next request.
            while select.select([self.rfile], [], [], 0)[0]:
                if not self.rfile.read(1):
                    break
            if sts:
                self.log_error("CGI script exit status %#x", sts)
            return
        try:
            try:
                os.setuid(nobody)
            except os.error:
                pass
            os.dup2(self.rfile.fileno(), 0)
            os.dup2(self.wfile.fileno(), 1)
            os.execve(scriptfile, args, env)
        except:
            self.server.handle_error(self.request, self.client_address)
            os._exit(127)


def _url_collapse_path(path):
    """A path without . and .., as /folder/rest; IndexError if it leads above
    the root."""
    path, _, query = path.partition('?')
    path = urllib.unquote(path)
    path_parts = path.split('/')
    head_parts = []
    for part in path_parts[:-1]:
        if part == '..':
            head_parts.pop()
        elif part and part != '.':
            head_parts.append(part)
    tail_part = path_parts[-1]
    if tail_part == '..':
        head_parts.pop()
        tail_part = ''
    elif tail_part == '.':
        tail_part = ''
    if query:
        tail_part = '?'.join((tail_part, query))
    return '/'.join(('/' + '/'.join(head_parts), tail_part)) \
        if head_parts else '//' + tail_part


nobody = None


def nobody_uid():
    """The number of the user nobody."""
    global nobody
    if nobody:
        return nobody
    try:
        import pwd
    except ImportError:
        return -1
    try:
        nobody = pwd.getpwnam('nobody')[2]
    except KeyError:
        nobody = 1 + max(map(lambda x: x[2], pwd.getpwall()))
    return nobody


def executable(path):
    try:
        st = os.stat(path)
    except os.error:
        return False
    return st.st_mode & 0111 != 0


def test(HandlerClass=CGIHTTPRequestHandler,
         ServerClass=BaseHTTPServer.HTTPServer):
    SimpleHTTPServer.test(HandlerClass, ServerClass)


if __name__ == '__main__':
    test()
