def t(s):
    print s,
    return s
d = {t('k1'): t('v1'), t('k2'): t('v2')}
print
d = dict((t('a'), t('b')) for i in range(2))
print
d = {t('ck'): t('cv') for i in [1]}
print
