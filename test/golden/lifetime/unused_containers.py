# A variable keeps what its container refers to, also if nothing uses it.
class Tracked(object):
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print 'gone:', self.name


def function():
    items = [Tracked('in a list')]
    pair = Tracked('in a tuple'), 1
    table = {'key': Tracked('in a dict')}
    print 'still there'
    items = None
    print 'the list is gone'


def loop():
    names = []
    for i in range(2):
        items = [Tracked(str(i))]
        names = [item.name for item in items]
        print names
        item = None
    print 'end of loop'


function()
print 'returned'
loop()
print 'returned'
