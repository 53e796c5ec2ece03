def t(s, r=None):
    print s,
    return r
def fn(*a, **k):
    print '->', a, sorted(k.items())
t('callee', fn)(t('a1', 1), t('a2', 2), k1=t('k1', 3), *t('star', [4]), **t('dstar', {'z': 5}))
fn(k=t('k', 1), *t('s', (9,)))
x = t('left', 2) + t('mid', 3) * t('right', 4)
print x
print [t('l0', 0), t('l1', 1)], (t('t0'), t('t1'))
print {t('k1', 1): t('v1', 2), t('k2', 3): t('v2', 4)}
print t('then', 1) if t('cond', 1) else t('else', 0)
print t('obj', [5, 6])[t('ix', 0):t('end', 2):t('step', 1)]
print t('b', 2) ** t('e', 3) ** t('e2', 1)
