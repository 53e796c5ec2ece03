import _socket, socket
s=_socket.socket
def t(f,*a,**k):
    try: print repr(f(*a,**k))
    except BaseException,x: print type(x).__name__, x
x=s(); print x.family,x.type,x.proto,x.timeout
t(x.bind,5); t(x.bind,('a',)); t(x.bind,(1,2)); t(x.bind,('localhost','a')); t(x.bind,('localhost',70000)); t(x.connect,5); t(x.send,5); t(x.send,u'\xe9'); t(x.recv,-1); t(x.recv,'a'); t(x.settimeout,-1); t(x.settimeout,'a'); t(x.setblocking,'a'); t(x.getsockopt,1,2,-1); t(x.getsockopt,1,2,2000); t(x.setsockopt,1,2,1.5); t(x.setsockopt,1,2); t(x.recv); t(x.listen,'a'); t(s,99,99); t(s,'a'); t(_socket.inet_aton,'x'); t(_socket.inet_ntoa,'x'); t(_socket.inet_pton,5,'x'); t(_socket.inet_pton,2,'x'); t(_socket.inet_ntop,2,'x'); t(_socket.htons,70000); t(_socket.htons,-1); t(_socket.htonl,-1);  t(_socket.ntohl,'a'); t(_socket.getservbyname,'zzz'); t(_socket.getservbyname,'http'); t(_socket.getservbyport,80); t(_socket.getservbyport,99999); t(_socket.getprotobyname,'tcp'); t(_socket.getprotobyname,'q');  t(_socket.getaddrinfo,'127.0.0.1',80);  t(_socket.getnameinfo,('127.0.0.1',80),3); t(_socket.getnameinfo,5,0); t(_socket.setdefaulttimeout,-1); t(x.recvfrom,-1); t(x.recv_into,'abc'); t(x.recv_into,bytearray(3),5); t(x.recv_into,bytearray(3),-1); t(x.sendto,'a',5); t(x.sendto,'a'); t(x.getpeername); t(x.getsockname); t(x.accept); t(x.connect_ex,('127.0.0.1',1)); t(x.connect,('127.0.0.1',1))
x.close(); t(x.recv,5); t(x.fileno)
t(_socket.gethostbyname_ex,'127.0.0.1'); 0
t(_socket.fromfd,99,1,1)
u=s(_socket.AF_UNIX); t(u.getsockname); t(u.bind,5); t(u.bind,'x'*200); t(u.connect,'/nonexist'); t(u.bind,u'\xe9')
import threading
srv=socket.socket(); srv.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR,1); srv.bind(('127.0.0.1',0)); srv.listen(5)
def serve():
    c,a=srv.accept(); f=c.makefile('rwb'); 
    for l in f:
        if l=='quit\n': break
        f.write(l.upper()); f.flush()
    f.close(); c.close()
th=threading.Thread(target=serve); th.start()
c=socket.create_connection(srv.getsockname()); c.settimeout(5)
c.sendall('hello\nworld\n'); f=c.makefile(); print repr(f.readline()), repr(f.read(3)), repr(f.readline(2)), repr(f.readline())
c.sendall('quit\n'); th.join(); print repr(c.recv(10)); c.close(); t(c.recv,1); t(c.fileno)
srv.settimeout(0.05); t(srv.accept); srv.setblocking(0); t(srv.accept); print srv.gettimeout(), issubclass(socket.timeout, socket.error), socket.error.__module__
a,b=socket.socketpair(); a.send('xyz'); ba=bytearray(5); print b.recv_into(ba), ba, b.type
