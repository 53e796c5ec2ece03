class Loud(object):
    def speak(self): return super(Loud, self).speak().upper()
class Twice(object):
    def speak(self): return super(Twice, self).speak() * 2
class Animal(object):
    def speak(self): return 'hi '
class Dog(Loud, Twice, Animal): pass
print Dog().speak(), [c.__name__ for c in Dog.mro()]
class OldBase:
    def speak(self): return 'old'
class Mixed(Loud, OldBase): pass
try:
    print Mixed().speak()
except AttributeError as e:
    print e
class NewFromOld(OldBase, object):
    def speak(self): return 'new ' + OldBase.speak(self)
print NewFromOld().speak(), type(NewFromOld).__name__, [c.__name__ for c in NewFromOld.__mro__]
