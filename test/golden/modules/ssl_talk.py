# TLS: a server and clients in threads, certificates, errors, timeouts.
import os
import socket
import ssl
import tempfile
import threading

PEM = """\
-----BEGIN CERTIFICATE-----
MIIDNjCCAh6gAwIBAgIUfXgre77KEwAVsWL03xBeN5eG43EwDQYJKoZIhvcNAQEL
BQAwFDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMjE4NTQyMloYDzIxMjYx
MDI5MTg1NDIyWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwggEiMA0GCSqGSIb3DQEB
AQUAA4IBDwAwggEKAoIBAQD2TmVAdQWn6r4XyFA1jDCazJJjnBoiL6nNPJiB4e6c
k4/5CeBiBvaF1hEE6cLv9dyIbxNfeZRyiFAJ/sBA+PUxhKj5gzhn6lvSfCSTOJn/
80exICW9+gf06eJ37mHdUzYAk1+osbVPMVPNBAXBfd9eaCMNjIwa7jVrfU5ofbSJ
FpLUHltT9WepIzrZ1Ub6LfsqMbv/TqWhuI86yobKED+QnOkLi9UGf1DruhzEcJ/X
IOotYnEgd2AZKCM6nEhDhFH8o29iqBhMalx76yQVJDizj2uMsFDrkwGhlRBJF8g8
6XKQMCEOZ4TcG9M/WJZKwlmyx8qLkMGsmAuxlmNDuSDHAgMBAAGjfjB8MB0GA1Ud
DgQWBBQ8yVak+LaZMXlYATE0UyHx7Qs0DzAfBgNVHSMEGDAWgBQ8yVak+LaZMXlY
ATE0UyHx7Qs0DzAPBgNVHRMBAf8EBTADAQH/MCkGA1UdEQQiMCCCCWxvY2FsaG9z
dIINKi5leGFtcGxlLm9yZ4cEfwAAATANBgkqhkiG9w0BAQsFAAOCAQEAgyUz8Ka8
RirL2VHHnHmk0vELOqktlz183wjYR0NU+RHD1wkLY6ckL+6EygiPIMjHS1Kijli7
FHw8HtNTsQEcJJP8GRoBnmukHGRFhRRcH3JeDOwC/3udgXHy5lvR6sYBii/dNACN
WSnvfGIoVbffhoTCukgSpp9nNNPsJkzGvghgnKfeHRHrzPkqtVCDXPgaiuGaZxvG
hvgJn/TFC2PeuXis1+RljKoiR0yq3v+3AGfVy8zbYsdNA0k9ATKyaGZDBSY092Dm
YX3z3rseT+j0nV+xo9xuldJRubeTIY+pYmnP5SHF3OQ/IkcNRqx56c/k3mD1viYm
sJ6oW9p89X3iKw==
-----END CERTIFICATE-----
-----BEGIN PRIVATE KEY-----
MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQD2TmVAdQWn6r4X
yFA1jDCazJJjnBoiL6nNPJiB4e6ck4/5CeBiBvaF1hEE6cLv9dyIbxNfeZRyiFAJ
/sBA+PUxhKj5gzhn6lvSfCSTOJn/80exICW9+gf06eJ37mHdUzYAk1+osbVPMVPN
BAXBfd9eaCMNjIwa7jVrfU5ofbSJFpLUHltT9WepIzrZ1Ub6LfsqMbv/TqWhuI86
yobKED+QnOkLi9UGf1DruhzEcJ/XIOotYnEgd2AZKCM6nEhDhFH8o29iqBhMalx7
6yQVJDizj2uMsFDrkwGhlRBJF8g86XKQMCEOZ4TcG9M/WJZKwlmyx8qLkMGsmAux
lmNDuSDHAgMBAAECggEAC27EIGPOKWcp/6yanIGvV+AbA2ihhei0dwRTB+RW0QnA
awzcT3CHTNsM2y+GjuDYpbSSL6JTE6XkITKj9eAYcX344ewHWDt2m6SLhhHghBLk
xwH4/oJ2kBWzH2H/ROix3wD4NbpZ8h0WCLQhGEQhdB5dUimt7yoTbLPaSdtb3+kH
A7+jeM2jeAyPr62znz9r2hsssAS8dyKVk7V6madL8HVja6V10MUkjoLe0hvH+Ls7
1G7eUyaoJ5GJfHm+Nkx09ctCCBLFgYG90vfFYBCRXUcVqoF7s6jmmJEc2FCJa92g
f510R6JZ+7tbMul1kWMBHJ/kIuKGO9skjtC2CylbkQKBgQD9d7u45/ixMRHyyc0k
GjjTTu/QUVMT5B2pc19VcVeFPIPiSUeihOHVnuK/Yr9JLyl55Ujb16PsoeTz8NzL
51LCxhFTsKsXBn6v5IbJOZ8umaGDwrjPG9IArczw8pcsRn2PC/9PpNhyNKe84CLS
uw5gMS8hctunO1wGX8wAwZzbawKBgQD4xFiZ+BihHrEy1dkRdX9qCs2NKDl3fryr
A5W/z2OY2viNfQRI30iKpUCdbOs7ApWaYyOeNAqMBSyK2QuBEb5/XvJleLH5VtCh
7ZnZRbpxHsXEpYPcRCyIUY4a13rorZ+Hg7CTC8HENujRAWfhR/RlQY3TG9mIUSO/
z5R0BfKjFQKBgB/En/ye5mae9dbuQA3kU3b4j8oWR0lY7/bLBQnaeNO0L/tun9HY
wc1aaqT+JWdwx8wFVspnDp6b8+w3JhVQWukalhVdMTRjlgFJrTMPS8o1ay7ueudK
X1nCbstMPHJKK3aAVHGRAafevZ9IoFS1KSoZQAT7NliRcglCfHkjyxsdAoGBANj3
LquDJcAIq9XBi6PdjbYoG+TcS1q8L8MbylTThXNAr/1/JuiDzZoWzQdAgt0hwOc5
Rkxp6TT8IkArUwxMNJCUd+cmYFsua6J/P2qvlQ+qHiUHkrzevNRcBQvGGg2ruHKR
2cQ2QdZnaaE4j6h9gFt71D1mkdCBrCNT4Y9bzKaNAoGAeqL43uq82BDu9mIreMDr
/v+3WP6MWNvlEdvw0caR8B6ntyYL+lzOBIs6r92C9w74A3TNwbCciYuhLeAg11nL
uNCgKjGtWqeX2psD3uRHgn3r+Uaf9I8H2uUeFURZSpo2ztly+nqp0C2u3CI0TxXw
8H0+z3Q+DlV49fqoxQ0IdO0=
-----END PRIVATE KEY-----
"""

fd, path = tempfile.mkstemp()
os.write(fd, PEM)
os.close(fd)


def attempt(f, *args, **kw):
    try:
        print repr(f(*args, **kw))
    except Exception as e:
        print type(e).__name__, e


def talk(context, name, protocol=ssl.PROTOCOL_TLSv1_2):
    listener = socket.socket()
    listener.bind(('127.0.0.1', 0))
    listener.listen(1)
    server = ssl.SSLContext(protocol)
    server.load_cert_chain(path)
    server.set_alpn_protocols(['spam', 'eggs'])

    said = []

    def serve():
        plain, address = listener.accept()
        try:
            s = server.wrap_socket(plain, server_side=True)
            while True:
                line = s.recv(100)
                if line == 'bye':
                    break
                s.sendall(line.upper())
            s.unwrap().close()
        except (ssl.SSLError, socket.error):
            said.append('server: no handshake')
        plain.close()
    t = threading.Thread(target=serve)
    t.start()
    plain = socket.create_connection(listener.getsockname())
    try:
        s = context.wrap_socket(plain, server_hostname=name)
    except (ssl.SSLError, ssl.CertificateError) as e:
        print type(e).__name__, e
        s = None
    else:
        client(s)
        s.unwrap()
        s.close()
    plain.close()
    t.join()
    listener.close()
    print said


def client(s):
    print s.version(), s.selected_alpn_protocol(), s.cipher()[1:]
    s.sendall('hello')
    print s.recv(100)
    s.write('qwertyu')
    b = bytearray(4)
    print s.recv_into(b), b, s.pending(), s.read(10)
    cert = s.getpeercert()
    print cert and (cert['subject'], cert['subjectAltName'])
    print ssl.DER_cert_to_PEM_cert(s.getpeercert(True)) in PEM
    print len(s.get_channel_binding()) > 8
    s.settimeout(0.05)
    attempt(s.recv, 1)
    s.settimeout(0)
    attempt(s.recv, 1)
    s.settimeout(None)
    attempt(s.recvfrom, 1)
    s.sendall('bye')


lenient = ssl.SSLContext(ssl.PROTOCOL_TLS)
lenient.set_alpn_protocols(['eggs'])
talk(lenient, None)
strict = ssl.create_default_context(cafile=path)
talk(strict, 'localhost')
talk(ssl.create_default_context(), 'localhost')
print strict.cert_store_stats(), strict.verify_mode, strict.check_hostname
print strict.get_ca_certs()[0]['notAfter']
for name in 'localhost', 'a.example.org', 'example.org', 'x.a.example.org':
    attempt(ssl.match_hostname, strict.get_ca_certs()[0], name)
attempt(setattr, lenient, 'check_hostname', True)
attempt(setattr, strict, 'verify_mode', ssl.CERT_NONE)
attempt(setattr, lenient, 'verify_mode', 7)
attempt(lenient.load_cert_chain, '/does/not/exist')
attempt(lenient.set_ciphers, 'nonsense')
attempt(lenient.load_verify_locations)
attempt(lenient.load_verify_locations, cadata=u'nothing')
attempt(ssl.SSLContext, -7)
attempt(ssl.PEM_cert_to_DER_cert, 'x')
print ssl.cert_time_to_seconds('Jan  5 09:34:43 2018 GMT'), ssl.Purpose.SERVER_AUTH
print issubclass(ssl.SSLError, socket.error), ssl.RAND_status()
os.remove(path)
