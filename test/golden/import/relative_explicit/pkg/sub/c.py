from .. import b, top
from ..b import value
from . import d
from .d import x as dx
names = b.value, top, value, d.x, dx, d.__name__
