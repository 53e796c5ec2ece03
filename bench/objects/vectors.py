"""Small immutable vectors with operators, as geometry code uses them."""
from __future__ import print_function
import math


class Vector(object):
    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y, self.z - other.z)

    def __mul__(self, k):
        return Vector(self.x * k, self.y * k, self.z * k)

    def dot(self, other):
        return self.x * other.x + self.y * other.y + self.z * other.z

    def length(self):
        return math.sqrt(self.dot(self))

    def unit(self):
        return self * (1.0 / self.length())

    def __eq__(self, other):
        return self.x == other.x and self.y == other.y and self.z == other.z


class Sphere(object):
    def __init__(self, centre, radius):
        self.centre, self.radius = centre, radius

    def hit(self, origin, direction):
        to = self.centre - origin
        along = to.dot(direction)
        d2 = to.dot(to) - along * along
        r2 = self.radius * self.radius
        if d2 > r2 or along < 0:
            return None
        return along - math.sqrt(r2 - d2)


def main():
    spheres = [Sphere(Vector(i * 1.5 - 4, i % 3 - 1.0, 6.0 + i), 1.0)
               for i in range(6)]
    origin = Vector(0.0, 0.0, 0.0)
    hits, depth = 0, 0.0
    for y in range(-300, 300):
        for x in range(-300, 300):
            ray = Vector(x / 220.0, y / 220.0, 1.0).unit()
            nearest = None
            for s in spheres:
                d = s.hit(origin, ray)
                if d is not None and (nearest is None or d < nearest):
                    nearest = d
            if nearest is not None:
                hits += 1
                depth += (ray * nearest).length()
    print(hits, '%.6f' % depth, origin == Vector(0, 0, 0))


main()
