import stat, os, tempfile
d = tempfile.mkdtemp()
s = os.stat(d)
print stat.S_ISDIR(s.st_mode), stat.S_ISREG(s.st_mode), oct(stat.S_IMODE(s.st_mode))
print stat.S_IFMT(s.st_mode) == stat.S_IFDIR, stat.ST_MODE, s[stat.ST_SIZE] == s.st_size
print len(s), type(s).__name__
p = os.path.join(d, 'f')
open(p, 'w').close()
os.chmod(p, 0640)
m = os.stat(p).st_mode
print oct(m), oct(stat.S_IMODE(m)), stat.S_ISREG(m), bool(m & stat.S_IRUSR)
print bool(m & stat.S_IXUSR), stat.S_ISLNK(m), oct(os.lstat(p)[stat.ST_MODE])
os.utime(p, (1000, 2000.5))
s = os.stat(p)
print s.st_atime, s.st_mtime, s[stat.ST_MTIME], os.path.getmtime(p)
os.remove(p); os.rmdir(d)
