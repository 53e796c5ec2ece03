"""Particles that bounce in a box, with subclasses and properties."""
from __future__ import print_function


class Particle(object):
    drag = 0.999

    def __init__(self, x, y, vx, vy):
        self.x, self.y, self.vx, self.vy = x, y, vx, vy
        self.bounces = 0

    @property
    def energy(self):
        return self.vx * self.vx + self.vy * self.vy

    def accelerate(self, dt):
        self.vy -= 9.81 * dt

    def step(self, dt, box):
        self.accelerate(dt)
        self.x += self.vx * dt
        self.y += self.vy * dt
        box.reflect(self)
        self.vx *= self.drag
        self.vy *= self.drag


class Balloon(Particle):
    drag = 0.98

    def accelerate(self, dt):
        self.vy += 1.5 * dt


class Heavy(Particle):
    def accelerate(self, dt):
        super(Heavy, self).accelerate(dt * 1.5)


class Box(object):
    def __init__(self, width, height):
        self.width, self.height = width, height

    def reflect(self, p):
        if p.x < 0 or p.x > self.width:
            p.vx = -p.vx
            p.x = min(max(p.x, 0.0), self.width)
            p.bounces += 1
        if p.y < 0 or p.y > self.height:
            p.vy = -p.vy
            p.y = min(max(p.y, 0.0), self.height)
            p.bounces += 1


def main():
    kinds = [Particle, Balloon, Heavy]
    box = Box(10.0, 8.0)
    ps = [kinds[i % 3](i % 10 + 0.5, i % 7 + 0.25, (i % 5) - 2.0, i % 4 - 1.5)
          for i in range(300)]
    for tick in xrange(8000):
        for p in ps:
            p.step(0.01, box)
    print(sum(p.bounces for p in ps), '%.6f' % sum(p.energy for p in ps))


main()
