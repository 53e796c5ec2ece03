# __class__ and __dict__ of old-style instances are theirs, whatever the class says.
class O:
    __class__ = 5
    __dict__ = 6

def show(o):
    return o.__class__, o.__dict__

o = O()
for i in range(3):
    print show(o)[0] is O, show(o)[1], O.__class__
o.x = 1
print show(o)[1]
