def t(h):
    try:
        try:
            raise ValueError('v')
        except h:
            return 'caught'
    except ValueError:
        return 'not matched'
print t(5), t('ValueError'), t(None), t(ValueError('x')), t([ValueError]), t(())
print t((5, ValueError)), t(object), t(BaseException)
try:
    try:
        raise KeyError
    except undefined_thing:
        pass
except NameError as e:
    print e
