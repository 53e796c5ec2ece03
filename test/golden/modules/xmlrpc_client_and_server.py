# XML-RPC: the format, calls and faults, a server on loopback.
import datetime
import threading
import xmlrpclib
from SimpleXMLRPCServer import SimpleXMLRPCServer, SimpleXMLRPCRequestHandler

data = (1, -2 ** 31, 2.5, 'a<b>&', u'\xe9', True, [1, (2, 'x')], {'k': {'n': []}},
        xmlrpclib.Binary('\x00\xff'), xmlrpclib.DateTime('20200102T03:04:05'),
        datetime.datetime(2020, 1, 2, 3, 4, 5))
text = xmlrpclib.dumps(data, 'name.method')
print text
values, name = xmlrpclib.loads(text)
print name, values[:8], values[8].data == '\x00\xff', values[9]
print xmlrpclib.loads(xmlrpclib.dumps((data[10],)), use_datetime=1)
print xmlrpclib.dumps((None,), methodresponse=True, allow_none=1)
print xmlrpclib.dumps(xmlrpclib.Fault(3, 'no'))


def fails(f, *args, **kw):
    try:
        print f(*args, **kw)
    except Exception, e:
        print type(e).__name__, e

fails(xmlrpclib.dumps, (None,))
fails(xmlrpclib.dumps, (2 ** 40,))
fails(xmlrpclib.dumps, ({1: 2},))
fails(xmlrpclib.dumps, (object(),)) if 0 else None
fails(xmlrpclib.loads, xmlrpclib.dumps(xmlrpclib.Fault(3, 'no')))
fails(xmlrpclib.loads, '<methodCall><params><param><value><int>x</int></value></param>'
      '</params></methodCall>')
fails(xmlrpclib.ServerProxy, 'ftp://x')
recursive = []
recursive.append(recursive)
fails(xmlrpclib.dumps, (recursive,))


class Math:
    """An instance's methods."""

    def mul(self, a, b):
        """a times b"""
        return a * b

    def _hidden(self):
        return 1


def add(a, b):
    "Adds."
    return a + b

server = SimpleXMLRPCServer(('127.0.0.1', 0), logRequests=False, allow_none=True)
server.register_function(add)
server.register_function(lambda: None, 'nothing')
server.register_function(lambda n: 1 / n, 'inverse')
server.register_instance(Math())
server.register_introspection_functions()
server.register_multicall_functions()
t = threading.Thread(target=server.serve_forever)
t.start()
proxy = xmlrpclib.ServerProxy('http://127.0.0.1:%d' % server.server_address[1],
                              allow_none=True)
print proxy.add(2, 3), proxy.add('a', u'b'), proxy.mul(3, 4), proxy.nothing()
print proxy.system.listMethods(), proxy.system.methodHelp('mul')
fails(proxy.inverse, 0)
fails(proxy.nope)
fails(proxy._hidden)
multi = xmlrpclib.MultiCall(proxy)
multi.add(1, 1)
multi.mul(2, 5)
multi.inverse(0)
results = multi()
print results[0], results[1]
fails(lambda: results[2])
bad = xmlrpclib.ServerProxy('http://127.0.0.1:%d/other' % server.server_address[1])
try:
    bad.add(1, 2)
except xmlrpclib.ProtocolError, e:
    print e.errcode, e.errmsg
proxy('close')()
server.shutdown()
t.join()
server.server_close()
