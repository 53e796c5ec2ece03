# wsgiref: headers, environment tools, a handler, the validator.
import StringIO
import wsgiref.handlers
import wsgiref.headers
import wsgiref.util
import wsgiref.validate

h = wsgiref.headers.Headers([('A', '1'), ('b', '2'), ('a', '3')])
h['C'] = '4'
h.add_header('Content-Disposition', 'attachment', filename='x "y".gif')
print h['a'], h.get_all('A'), 'B' in h, h.keys(), len(h), h.setdefault('d', '5')
del h['a']
print h, repr(h)
env = {'PATH_INFO': '/x//./y/'}
wsgiref.util.setup_testing_defaults(env)
print wsgiref.util.request_uri(env), wsgiref.util.application_uri(env)
while env['PATH_INFO']:
    name = wsgiref.util.shift_path_info(env)
    print repr(name), env['SCRIPT_NAME'], repr(env['PATH_INFO'])
print wsgiref.util.is_hop_by_hop('Connection'), wsgiref.util.guess_scheme({'HTTPS': 'on'})
print list(wsgiref.util.FileWrapper(StringIO.StringIO('abcdefg'), 3))


class Handler(wsgiref.handlers.SimpleHandler):
    os_environ = {}
    server_software = 'Test'


def run(app, **extra):
    env = {}
    wsgiref.util.setup_testing_defaults(env)
    env.update(extra)
    out, err = StringIO.StringIO(), StringIO.StringIO()
    h = Handler(StringIO.StringIO(), out, err, env)
    h.origin_server = False
    h.run(wsgiref.validate.validator(app))
    print repr(out.getvalue())
    lines = err.getvalue().splitlines()
    if lines:
        print lines[-1]


def good(environ, start_response):
    start_response('200 OK', [('Content-Type', 'text/plain')])
    return ['Hello ', environ['PATH_INFO']]


def writes(environ, start_response):
    write = start_response('200 OK', [('Content-Type', 'text/plain')])
    write('written ')
    return ['returned']


def fails(environ, start_response):
    raise ValueError('broken')


def unicode_status(environ, start_response):
    start_response('2', [])
    return ['']


def string_result(environ, start_response):
    start_response('200 OK', [('Content-Type', 'text/plain')])
    return 'string'


def bad_header(environ, start_response):
    start_response('200 OK', [('Content-Type', 'a\nb')])
    return ['x']

for app in good, writes, fails, unicode_status, string_result, bad_header:
    run(app, QUERY_STRING='', PATH_INFO='/p')
print wsgiref.handlers.format_date_time(0)
