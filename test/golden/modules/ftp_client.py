import ftplib, socket, threading, StringIO, urllib2
def serve(srv):
    files = {'a.txt': 'one\r\ntwo\r\n'}
    for round in range(2):
        c, a = srv.accept(); f = c.makefile('rb'); data = None
        def say(s): c.sendall(s + '\r\n')
        say('220-hello\r\n220 ready')
        while True:
            line = f.readline().strip()
            if not line: break
            cmd, _, arg = line.partition(' ')
            if cmd == 'USER': say('331 password')
            elif cmd == 'PASS': say('230 in' if arg != 'bad' else '530 no')
            elif cmd in ('TYPE', 'CWD', 'DELE'): say('250 ok')
            elif cmd == 'PWD': say('257 "/a ""b"""')
            elif cmd == 'SIZE': say('213 %d' % len(files[arg]))
            elif cmd == 'PASV':
                d = socket.socket(); d.bind(('127.0.0.1', 0)); d.listen(1)
                p = d.getsockname()[1]; say('227 ok (127,0,0,1,%d,%d)' % (p >> 8, p & 255))
            elif cmd in ('RETR', 'NLST', 'LIST', 'STOR'):
                if cmd == 'RETR' and arg not in files: say('550 missing'); continue
                x, _ = d.accept(); say('150 data (%d bytes)' % len(files.get(arg, '')))
                if cmd == 'STOR': files[arg] = x.makefile('rb').read()
                else: x.sendall(files[arg] if cmd == 'RETR' else '\r\n'.join(sorted(files)) + '\r\n')
                x.close(); say('226 done')
            elif cmd == 'QUIT': say('221 bye'); break
            else: say('502 what')
        f.close(); c.close()
srv = socket.socket(); srv.bind(('127.0.0.1', 0)); srv.listen(2)
t = threading.Thread(target=serve, args=(srv,)); t.setDaemon(True); t.start()
f = ftplib.FTP(); print f.connect('127.0.0.1', srv.getsockname()[1]), f.login('me', 'pw')
print f.pwd(), f.cwd('x'), f.size('a.txt')
got = []; print f.retrbinary('RETR a.txt', got.append), got
f.retrlines('RETR a.txt'); print f.storbinary('STOR b', StringIO.StringIO('x' * 10)), f.nlst(), f.storlines('STOR c', StringIO.StringIO('l1\nl2')), f.delete('b')
for g in (lambda: f.retrbinary('RETR zz', got.append), lambda: f.mkd('q'), lambda: f.sendcmd('NOOP\n')):
    try: g()
    except (ftplib.Error, ValueError), e: print type(e).__name__, e
f.dir(); print f.quit()
print urllib2.urlopen('ftp://me:pw@127.0.0.1:%d/d/a.txt' % srv.getsockname()[1]).read().split()
print ftplib.parse150('150 x (12 bytes)'), ftplib.parse227('227 (1,2,3,4,5,6)'), ftplib.parse229('229 (|||99|)', ('h', 1)), ftplib.parse257('257 "a""b"')
