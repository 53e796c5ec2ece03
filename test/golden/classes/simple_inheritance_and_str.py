class Animal:
    def __init__(self, name): self.name = name
    def speak(self): return '...'
    def __str__(self): return '%s says %s' % (self.name, self.speak())
class Dog(Animal):
    def speak(self): return 'Woof'
class Puppy(Dog):
    def __init__(self, name):
        Dog.__init__(self, name + ' jr')
    def speak(self): return Dog.speak(self).lower() + '!'
for a in (Animal('x'), Dog('Rex'), Puppy('Rex')): print a, '|', a.__class__.__name__, isinstance(a, Dog)
print map(str, [Dog('a'), Puppy('b')]), '%s' % Dog('c')
