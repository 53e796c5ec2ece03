# Small old modules.
import dis
import dircache
import future_builtins
import statvfs
import os
import tempfile

def t(g, *a):
    try: print repr(g(*a))
    except Exception as e: print type(e).__name__, e

f = future_builtins
class I(object):
    def __index__(s): return 10
for v in 5L, -5, 8, 0L, I(), 1.5, 'a', 2**70:
    t(f.hex, v); t(f.oct, v)
t(f.ascii, u'\xe9'); print list(f.map(None, [1], [2])), list(f.zip('ab', 'cd')), list(f.filter(None, [0, 1]))
print statvfs.F_BSIZE, statvfs.F_NAMEMAX, os.statvfs('/')[statvfs.F_NAMEMAX] > 0
d = tempfile.mkdtemp()
os.mkdir(d + '/sub'); open(d + '/a', 'w').close()
names = dircache.listdir(d); print names, names is dircache.listdir(d)
names = names[:]; dircache.annotate(d, names); print names
dircache.reset(); print dircache.cache
os.rmdir(d + '/sub'); os.remove(d + '/a'); os.rmdir(d)
code = 'd\x01\x00}\x00\x00x\x0a\x00t\x00\x00|\x00\x00k\x02\x00r\x03\x00n\x01\x00q\x03\x00\x91\x01\x00d\x02\x00S'
dis.dis(code); dis.disassemble_string(code, 3, ('x',), ('len',), (None, 5)) if 0 else None
print dis.findlabels(code), dis.opmap['LOAD_CONST'], dis.opname[100], dis.HAVE_ARGUMENT, sorted(dis.__all__)
dis.disassemble_string('d\x01\x00}\x00\x00t\x00\x00S', 3, ('x',), ('len',), (None, 5))
t(dis.dis, 5)
