class Cat(object):
    sound = 'meow'
    def speak(self): return self.sound, self.n
class Dog(object):
    sound = 'woof'
    def speak(self): return self.sound.upper(), self.n
def all_speak(xs): return [x.speak() for x in xs]
pets = [Cat() for i in range(3)]
for i, p in enumerate(pets): p.n = i
print all_speak(pets)
pets[1].__class__ = Dog
print all_speak(pets), [type(p).__name__ for p in pets]
for p in pets: p.__class__ = Dog if p.__class__ is Cat else Cat
print all_speak(pets)
