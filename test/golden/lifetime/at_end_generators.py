# At the end of the program finished generators do not hide what still lives.
import abc


def guarded(name, n):
    try:
        for i in range(n):
            yield i
    finally:
        print 'closed', name


class Noisy(object):
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print 'gone', self.name


class Shape(object):
    __metaclass__ = abc.ABCMeta


finished = guarded('finished', 2)
print list(finished)
fresh = guarded('fresh', 2)
words = dict((str(i), u'%d' % i) for i in range(300))
words['noisy'] = [1.5, 'text', (2 ** 70, Noisy('in a tuple'))]
print len(words), isinstance(3, Shape)
