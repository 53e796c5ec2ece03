import BaseHTTPServer, threading, httplib, urllib, urllib2
class H(BaseHTTPServer.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'
    def answer(self, code, body, *headers):
        self.send_response(code)
        for k, v in headers: self.send_header(k, v)
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        self.wfile.write(body)
    def do_GET(self):
        if self.path == '/redir': return self.answer(302, '', ('Location', '/x'))
        if self.path == '/missing': return self.send_error(404)
        if self.path == '/auth' and 'Authorization' not in self.headers:
            return self.answer(401, 'no', ('WWW-Authenticate', 'Basic realm="r"'))
        self.answer(200, 'you asked for %s %s' % (self.path, self.headers.get('Authorization', '-')))
    def do_POST(self):
        d = self.rfile.read(int(self.headers['Content-Length']))
        self.answer(200, d.upper() + self.headers['content-type'])
    def log_message(self, *a): pass
s = BaseHTTPServer.HTTPServer(('127.0.0.1', 0), H)
t = threading.Thread(target=s.serve_forever); t.setDaemon(True); t.start()
u = 'http://127.0.0.1:%d' % s.server_port
f = urllib.urlopen('data:text/plain,hello%20world')
print f.read(), f.info()['content-type'], f.geturl()
for bad in 'foo:bar', 'file:///nonexistent':
    try: urllib.urlopen(bad)
    except IOError, e: print e
for path in '/a?b=c', '/redir', '/missing':
    f = urllib.urlopen(u + path); print f.read(30), f.getcode()
print urllib.urlopen(u + '/p', urllib.urlencode([('x', 1), ('y', 'a b')])).read()
c = httplib.HTTPConnection('127.0.0.1', s.server_port)
for i in range(3):
    c.request('GET', '/%d' % i); r = c.getresponse(); print r.status, r.reason, r.read(), r.getheader('content-length')
c.close()
for path in '/q', '/redir', '/missing':
    try:
        f = urllib2.urlopen(u + path); print f.read(), f.code, f.geturl() == u + path
    except urllib2.HTTPError, e: print e, e.code, e.read(20)
try: urllib2.urlopen('foo:bar')
except urllib2.URLError, e: print e
m = urllib2.HTTPPasswordMgrWithDefaultRealm(); m.add_password(None, u, 'me', 'pw')
o = urllib2.build_opener(urllib2.HTTPBasicAuthHandler(m)); print o.open(u + '/auth').read()
r = urllib2.Request(u + '/z', 'data', {'X-Y': 'z'}); print r.get_method(), r.headers, urllib2.urlopen(r).read()
s.shutdown()
