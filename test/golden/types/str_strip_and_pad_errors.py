for f in (lambda: 'a'.center('x'), lambda: 'a'.center(5, 'ab'), lambda: 'a'.ljust(5, ''),
        lambda: 'a'.strip(5), lambda: 'a'.translate('x'), lambda: 'a'.translate(),
        lambda: 'a'.zfill(), lambda: 'a'.expandtabs('x'), lambda: 'a'.ljust(5, u'\xe9'),
        lambda: 'a'.rjust()):
    try:
        print repr(f())
    except Exception as e:
        print type(e).__name__, e
