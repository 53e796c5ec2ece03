class Counter(object):
    count = 0
    instances = []
    def __init__(self):
        Counter.count += 1
        self.id = self.count
        self.count += 10
        self.instances.append(self.id)
a, b = Counter(), Counter()
print Counter.count, a.count, b.count, Counter.instances, a.__dict__ == {'id': 1, 'count': 11}
class Borg(object):
    state = {}
    def __init__(self): self.__dict__ = self.state
x, y = Borg(), Borg()
x.v = 5
print y.v, x is y
try:
    x.__dict__ = 5
except TypeError as e:
    print e
