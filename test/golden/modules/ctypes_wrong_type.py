# What simple types refuse as arguments; pointers take any object of C's.
import ctypes

class Seven(object):
    _as_parameter_ = 7

for kind in (ctypes.c_int, ctypes.c_double, ctypes.c_char, ctypes.c_bool,
             ctypes.c_char_p, ctypes.c_void_p):
    for value in ('xy', None, 1.5, 2L ** 2000, [], ctypes.c_float(2), Seven()):
        try:
            kind.from_param(value)
            print kind.__name__, 'takes', type(value).__name__
        except Exception as e:
            print kind.__name__, type(e).__name__, e
for value in (ctypes.c_int(5), ctypes.c_double(0), 5):
    try:
        print ctypes.POINTER(ctypes.c_int)(value)[0]
    except TypeError as e:
        print e
