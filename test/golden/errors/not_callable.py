class A(object):
    x = 5
A().x()
