import Cookie, xdrlib
c = Cookie.SimpleCookie()
c['fig'] = 'newton'
c['sugar'] = 'wafer; "x"'
c['fig']['path'] = '/cookie'; c['fig']['max-age'] = 30; c['sugar']['secure'] = True
print c; print repr(c); print c['fig'].OutputString(), c.output(['path'], header='Cookie:')
d = Cookie.SimpleCookie('chips=ahoy; vendor="elf \\"q\\" \\012x"; Version=1; $Path=/; keebler="E=mc2; L=\\"Loves\\""; bad key=1')
print sorted((k, v.value, v.key, v.coded_value) for k, v in d.items()), d['vendor']['version']
for f in (lambda: c.__setitem__('a b', 1), lambda: c['fig'].__setitem__('foo', 1), lambda: c.__setitem__('path', 1)):
    try: f()
    except Cookie.CookieError, e: print e
print Cookie._quote('a b'), Cookie._unquote('"a\\054b"'), c.js_output().count('script'), c['fig'], c['fig'].isReservedKey('Path')
p = xdrlib.Packer()
p.pack_int(-5); p.pack_uint(2 ** 32 - 1); p.pack_bool(True); p.pack_hyper(-2); p.pack_double(1.5); p.pack_string('hello'); p.pack_list([1, 2], p.pack_int); p.pack_array(['a'], p.pack_string)
u = xdrlib.Unpacker(p.get_buffer()); print repr(p.get_buffer())
print u.unpack_int(), u.unpack_uint(), u.unpack_bool(), u.unpack_hyper(), u.unpack_double(), u.unpack_string(), u.unpack_list(u.unpack_int), u.unpack_array(u.unpack_string), u.done()
try: u.unpack_int()
except EOFError, e: print 'EOFError', e
try: p.pack_int('x')
except xdrlib.ConversionError, e: print e
