"""Moves the sun and four planets under gravity and prints the energy."""
from __future__ import print_function
import math


class Body(object):
    def __init__(self, x, y, z, vx, vy, vz, mass):
        self.x, self.y, self.z = x, y, z
        self.vx, self.vy, self.vz = vx, vy, vz
        self.mass = mass

    def move(self, dt):
        self.x += dt * self.vx
        self.y += dt * self.vy
        self.z += dt * self.vz

    def kinetic(self):
        return 0.5 * self.mass * (self.vx ** 2 + self.vy ** 2 + self.vz ** 2)


def make_system():
    bodies = [Body(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 39.5)]
    for i in range(1, 5):
        r = 1.0 + 1.7 * i
        v = math.sqrt(39.5 / r)
        a = 0.9 * i
        bodies.append(Body(r * math.cos(a), r * math.sin(a), 0.01 * i,
                           -v * math.sin(a), v * math.cos(a), 0.002 * i,
                           0.03 / i))
    return bodies


def step(bodies, dt):
    n = len(bodies)
    for i in range(n):
        a = bodies[i]
        for j in range(i + 1, n):
            b = bodies[j]
            dx = a.x - b.x
            dy = a.y - b.y
            dz = a.z - b.z
            d2 = dx * dx + dy * dy + dz * dz
            mag = dt / (d2 * math.sqrt(d2))
            a.vx -= dx * b.mass * mag
            a.vy -= dy * b.mass * mag
            a.vz -= dz * b.mass * mag
            b.vx += dx * a.mass * mag
            b.vy += dy * a.mass * mag
            b.vz += dz * a.mass * mag
    for body in bodies:
        body.move(dt)


def energy(bodies):
    total = 0.0
    for i, a in enumerate(bodies):
        total += a.kinetic()
        for b in bodies[i + 1:]:
            d = math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2 +
                          (a.z - b.z) ** 2)
            total -= a.mass * b.mass / d
    return total


def main():
    bodies = make_system()
    print('%.9f' % energy(bodies))
    for i in xrange(250000):
        step(bodies, 0.001)
    print('%.9f' % energy(bodies))


main()
