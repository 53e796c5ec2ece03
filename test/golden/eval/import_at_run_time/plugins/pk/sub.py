from . import here
import other
x = here, __name__, other.y
