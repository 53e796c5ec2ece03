class Simple(Exception): pass
class Init(Exception):
    def __init__(self, a, b):
        self.a, self.b = a, b
class Super(Exception):
    def __init__(self, a, b):
        Exception.__init__(self, a)
        self.b = b
class Str(Exception):
    def __str__(self): return 'custom str'
class Repr(Exception):
    def __repr__(self): return 'custom repr'
class Msg(ValueError):
    message = 'class message'
for e in (Simple(), Simple(1), Simple(1, 2), Init(1, 2), Super(1, 2), Str('x'), Repr('x'),
        Msg('q')):
    print repr(e), '|', str(e), '|', e.args, '|', e.message
