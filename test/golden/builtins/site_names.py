print repr(quit), repr(exit), type(quit).__name__
for f in (quit, exit):
    try:
        f(4)
    except SystemExit as e:
        print 'SystemExit', e.code
print str(credits)[:10] != '', callable(license), 'Python Software Foundation' in str(copyright)
