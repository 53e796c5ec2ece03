"""A small HTTP-like server: requests through a queue, workers in threads.

Clients put raw request text into the server's queue and wait for the raw
response; a pool of workers parses, routes and answers."""
import Queue
import json
import threading
import time
from StringIO import StringIO

REASONS = {200: 'OK', 201: 'Created', 204: 'No Content', 400: 'Bad Request',
           404: 'Not Found', 405: 'Method Not Allowed',
           500: 'Internal Server Error'}


class HTTPError(Exception):
    def __init__(self, status, message=''):
        Exception.__init__(self, status, message)
        self.status, self.message = status, message


class Request(object):
    """A parsed request; parse() raises HTTPError(400)."""

    def __init__(self, method, path, query, headers, body):
        self.method, self.path, self.query = method, path, query
        self.headers, self.body = headers, body

    @classmethod
    def parse(cls, raw):
        stream = StringIO(raw)
        parts = stream.readline().split()
        if len(parts) != 3 or not parts[2].startswith('HTTP/'):
            raise HTTPError(400, 'bad request line')
        path, _, query = parts[1].partition('?')
        headers = {}
        for line in iter(stream.readline, ''):
            line = line.strip()
            if not line:
                break
            name, colon, value = line.partition(':')
            if not colon:
                raise HTTPError(400, 'bad header %r' % line)
            headers[name.lower()] = value.strip()
        body = stream.read()
        length = int(headers.get('content-length', len(body)))
        if length != len(body):
            raise HTTPError(400, 'body has %d bytes, not %d' % (len(body),
                                                               length))
        return cls(parts[0], path, cls.parse_query(query), headers, body)

    @staticmethod
    def parse_query(query):
        pairs = (item.partition('=') for item in query.split('&') if item)
        return dict((name, value.replace('+', ' '))
                    for name, _, value in pairs)

    def json(self):
        try:
            return json.loads(self.body)
        except ValueError:
            raise HTTPError(400, 'body is no JSON')


class Response(object):
    def __init__(self, body='', status=200, kind='text/plain'):
        self.body, self.status, self.kind = body, status, kind

    def render(self):
        lines = ['HTTP/1.0 %d %s' % (self.status, REASONS[self.status])]
        if self.body:
            lines.append('Content-Type: %s' % self.kind)
        lines.append('Content-Length: %d' % len(self.body))
        return '\r\n'.join(lines + ['', self.body])


def json_response(value, status=200):
    return Response(json.dumps(value, sort_keys=True), status,
                    'application/json')


class Router(object):
    """Routes like '/items/<id>' to functions registered by decorator."""

    def __init__(self):
        self.routes = []

    def route(self, pattern, *methods):
        def register(handler):
            self.routes.append((pattern.split('/'), methods or ('GET',),
                                handler))
            return handler
        return register

    def match(self, parts, path):
        args = []
        if len(parts) != len(path):
            return None
        for want, got in zip(parts, path):
            if want.startswith('<'):
                args.append(got)
            elif want != got:
                return None
        return args

    def dispatch(self, request):
        path, allowed = request.path.split('/'), []
        for parts, methods, handler in self.routes:
            args = self.match(parts, path)
            if args is None:
                continue
            if request.method in methods:
                return handler(request, *args)
            allowed.extend(methods)
        if allowed:
            raise HTTPError(405, 'use ' + ', '.join(sorted(allowed)))
        raise HTTPError(404, 'nothing at ' + request.path)


class Server(object):
    def __init__(self, router, workers):
        self.router, self.queue = router, Queue.Queue()
        self.lock, self.statistics = threading.Lock(), {}
        self.threads = [threading.Thread(target=self.work)
                        for i in range(workers)]

    def start(self):
        for thread in self.threads:
            thread.daemon = True
            thread.start()

    def stop(self):
        for thread in self.threads:
            self.queue.put(None)
        for thread in self.threads:
            thread.join()

    def work(self):
        for raw, reply in iter(self.queue.get, None):
            response = self.answer(raw)
            with self.lock:
                count = self.statistics.get(response.status, 0)
                self.statistics[response.status] = count + 1
            reply.put(response.render())

    def answer(self, raw):
        try:
            return self.router.dispatch(Request.parse(raw))
        except HTTPError as e:
            return Response(e.message + '\n', e.status)
        except Exception as e:
            return Response('%s: %s\n' % (type(e).__name__, e), 500)

    def request(self, method, path, body='', **headers):
        lines = ['%s %s HTTP/1.0' % (method, path)]
        lines += ['%s: %s' % (k.replace('_', '-'), v)
                  for k, v in sorted(headers.items())]
        reply = Queue.Queue()
        self.queue.put(('\r\n'.join(lines + ['', body]), reply))
        return reply.get(timeout=5)


router = Router()
store, store_lock = {}, threading.Lock()


@router.route('/')
def index(request):
    return Response('hello %s\n' % request.query.get('name', 'world'))


@router.route('/items', 'GET')
def list_items(request):
    return json_response(sorted(store))


@router.route('/items/<id>', 'GET', 'DELETE')
def item(request, name):
    with store_lock:
        if name not in store:
            raise HTTPError(404, 'no item ' + name)
        if request.method == 'DELETE':
            del store[name]
            return Response(status=204)
        return json_response(store[name])


@router.route('/items/<id>', 'PUT')
def put_item(request, name):
    value = request.json()
    with store_lock:
        status = 200 if name in store else 201
        store[name] = value
    return json_response({'stored': name}, status)


@router.route('/divide/<a>/<b>')
def divide(request, a, b):
    time.sleep(0.001)
    return Response('%d\n' % (int(a) / int(b)))


def main():
    server = Server(router, 4)
    server.start()
    for call in [('GET', '/'), ('GET', '/?name=big+world&x'),
                 ('PUT', '/items/a', '{"size": 3, "tags": ["x"]}'),
                 ('PUT', '/items/a', '[1, 2]'), ('GET', '/items/a'),
                 ('PUT', '/items/b', '{broken'), ('GET', '/items'),
                 ('DELETE', '/items/a'), ('GET', '/items/a'),
                 ('POST', '/items/a'), ('GET', '/divide/7/2'),
                 ('GET', '/divide/7/0'), ('GET', '/nowhere'),
                 ('GET', 'two words')]:
        print '>', ' '.join(call)
        print server.request(*call)
    print server.request('PUT', '/items/c', 'abc', Content_Length='99')
    clients = [threading.Thread(target=lambda n=n: [
        server.request('PUT', '/items/%d-%d' % (n, i), str(i))
        for i in range(25)]) for n in range(8)]
    for client in clients:
        client.start()
    for client in clients:
        client.join()
    server.stop()
    print len(store), sorted(server.statistics.items())


if __name__ == '__main__':
    main()
