class E(Exception): pass
class O: pass
import sys
def t(f):
    try:
        f()
    except:
        t, v, tb = sys.exc_info()
        print getattr(t, '__name__', t), repr(v)[:60] if not isinstance(v, O) else 'O instance'
def r1(): raise E
def r2(): raise E('a')
def r3(): raise E, 'a'
def r4(): raise E, ('a', 'b')
def r5(): raise E, E('inst')
def r6(): raise E, None
def r7(): raise E, ()
def r8(): raise O
def r9(): raise O()
def r10(): raise (E, 'x'), 5
def r11(): raise ((E, 1), 2), 3
def r12(): raise KeyError, E('other')
def r13(): raise Exception, KeyError('sub')
def r14(): raise E('inst'), 'value'
for f in r1, r2, r3, r4, r5, r6, r7, r8, r9, r10, r11, r12, r13, r14: t(f)
