from shapes import Circle, Square, registry
print Circle(2).area(), Square(3).area(), sorted(registry)
import shapes
print shapes.circle.__name__, shapes.base.Shape.__module__, Circle.__module__
