# File names and modes are str, or unicode that can be encoded; no null bytes.
def t(*a, **k):
    try: print compile(*a, **k).co_filename
    except Exception as e: print type(e).__name__, e
t('1', u'f', 'eval')
t('1', 'f', u'eval')
t(u'1', u'f', u'eval')
t('1', u'\xe9', 'eval')
t('1', None, 'eval')
t('1', 3, 'eval')
t('1', buffer('x'), 'eval')
t('1', 'a\0b', 'eval')
t('1', u'a\0b', 'eval')
t('1', 'f', 'ev\0al')
t('1', 'f', None)
t('1', bytearray('x'), 'eval')
t('1', 'f', 'eval', 1.5)
t('1', 'f', 'eval', None)
t('1','f','eval',0,'x')
t('1','f')
t(source='1', filename='q', mode='eval')
t('1','f','eval',2**40)
t('1','f','eval',-1)
t('1','f','eval',0x2000L)
