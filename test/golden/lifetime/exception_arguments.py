# What an exception was raised with goes when the function that caught it returns.
class Told(object):
    def __init__(self, name):
        self.name = name
    def __del__(self):
        print 'gone:', self.name

def caught():
    try:
        raise ValueError(Told('argument'))
    except ValueError:
        pass
    print 'handled'

def unmatched():
    try:
        try:
            raise ValueError(Told('passed on'))
        except KeyError:
            print 'not this one'
    except ValueError:
        print 'outside'

def again():
    try:
        try:
            raise ValueError(Told('again'))
        except ValueError:
            raise
    except ValueError as e:
        print type(e.args[0]).__name__

for f in caught, unmatched, again:
    f()
    print 'returned'
