class C(object):
    def __enter__(self):
        raise IOError(13, 'denied', 'the file')
    def __exit__(self, *a):
        print 'never'
def f():
    with C() as c:
        print 'body'
f()
