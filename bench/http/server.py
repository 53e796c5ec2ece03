"""A threaded HTTP server with connections that are kept: bench/http/run."""
import BaseHTTPServer
import SocketServer
import sys

BODY = 'hello, %s\n' * 10


class Handler(BaseHTTPServer.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'
    disable_nagle_algorithm = True
    wbufsize = -1

    def do_GET(self):
        body = BODY % ((self.path,) * 10)
        self.send_response(200)
        self.send_header('Content-Type', 'text/plain')
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        self.wfile.flush()

    def do_POST(self):
        size = int(self.headers.getheader('Content-Length', 0))
        body = self.rfile.read(size)
        self.send_response(200)
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        self.wfile.flush()

    def log_message(self, *args):
        pass


class Server(SocketServer.ThreadingMixIn, BaseHTTPServer.HTTPServer):
    daemon_threads = True
    request_queue_size = 1024


def main():
    server = Server(('127.0.0.1', 0), Handler)
    if len(sys.argv) > 1:
        import ssl
        server.socket = ssl.wrap_socket(server.socket, certfile=sys.argv[1],
                                        server_side=True)
    print server.server_port
    sys.stdout.flush()
    server.serve_forever()


main()
