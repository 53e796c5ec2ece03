"""All threads read one instance and call its methods."""
import harness


class Config(object):
    scale = 3

    def __init__(self):
        self.width = 4
        self.height = 5

    def area(self):
        return self.width * self.height * self.scale


config = Config()


def work(n):
    total = 0
    for i in xrange(n * 1000):
        total += config.area() + config.width
    return total


harness.main(work)
