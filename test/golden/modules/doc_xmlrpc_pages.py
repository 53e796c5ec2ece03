# What a server of XML-RPC shows about its methods.
import DocXMLRPCServer as D
class T(D.DocCGIXMLRPCRequestHandler): pass
t=T(); t.register_introspection_functions(); t.register_multicall_functions()
class I:
    def pub(self,a): "doc http://x"
    def _priv(self): pass
    def _methodHelp(self, m): return 'help for '+m
    def _get_method_argstring(self, m): return '(arg)'
    def _listMethods(self): return ['pub','zz']
t.register_instance(I())
def f(a,b=1): "f doc self.g and RFC 1 PEP 2 pub(1) self.f(2) a.b"
t.register_function(f); t.register_function(lambda x: x)
t.set_server_title('<T>&"'); t.set_server_name('N<'); t.set_server_documentation('Calls f() and http://x.y/.')
t.handle_get()
class J(object):
    def meth(self, x, (y, z), *r): "J doc"
u = T(); u.register_instance(J()); u.handle_get()
u = T(); u.handle_get()
