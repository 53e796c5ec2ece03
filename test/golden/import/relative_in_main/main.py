try:
    from . import sibling
except ValueError as e:
    print e
try:
    from .sibling import x
except ValueError as e:
    print e
import sibling
print sibling.x
