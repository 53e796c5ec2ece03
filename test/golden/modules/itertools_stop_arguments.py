# Iterators that end with the one they consume pass its StopIteration on.
from itertools import *

class Two(object):
    n = 2
    def __iter__(self):
        return self
    def next(self):
        self.n -= 1
        if self.n < 0:
            raise StopIteration('done', self.n)
        return self.n

def stop(*args):
    raise StopIteration('called', args)

def show(name, it):
    try:
        while True:
            it.next()
    except StopIteration as e:
        print name, e.args

show('chain', chain(Two(), Two()))
show('cycle', cycle(iter([])))
show('imap', imap(None, Two(), Two()))
show('imap, stop', imap(stop, Two()))
ended = Two()
ended.n = 0
show('starmap', starmap(max, ended))
show('izip', izip(Two(), count()))
show('izip, second', izip(count(), Two()))
show('izip_longest', izip_longest(Two(), 'a'))
show('ifilter', ifilter(None, Two()))
show('ifilterfalse', ifilterfalse(None, Two()))
show('takewhile', takewhile(lambda x: True, Two()))
show('takewhile, stop', takewhile(stop, Two()))
show('dropwhile', dropwhile(lambda x: True, Two()))
show('islice', islice(Two(), 5))
show('islice, start', islice(Two(), 5, 10))
show('compress', compress(Two(), count(1)))
show('compress, second', compress(count(), Two()))
show('groupby', groupby(Two()))
show('tee', tee(Two())[0])
show('enumerate', enumerate(Two()))

print [p for p in izip(Two(), count())], [p for p in enumerate(Two())]
for a, b in izip(Two(), count()):
    print a, b
for a, b in enumerate(Two()):
    print a, b
print list(islice(Two(), 9)), dict(izip(Two(), 'ab')), max(enumerate(Two()))
