from . import b
from .b import value as v
from . import top
def result(): return b.value, v, top
