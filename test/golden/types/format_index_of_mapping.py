# '{0[0]}' asks sequences for an int, other objects for a long.
try:
    print '{0[0]}'.format({})
except KeyError as e:
    print repr(e)

class Keys(dict):
    def __missing__(self, key):
        return repr(key)

class Items(object):
    def __getitem__(self, key):
        return repr(key)

class Old:
    def __getitem__(self, key):
        return repr(key)

for o in Keys(), Items(), Old():
    print '{0[0]} {0[12]} {0[k]} {0[-1]}'.format(o), u'{0[0]} {0[k]}'.format(o)
print '{0[0]} {1[1]}'.format({0: 'zero'}, [1, 2])
