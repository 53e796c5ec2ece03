class C(object):
    x = yield 1
