# Values and arrays that processes share.
import ctypes
import multiprocessing
from multiprocessing import sharedctypes

class Point(ctypes.Structure):
    _fields_ = [('x', ctypes.c_int), ('y', ctypes.c_double)]

def work(value, array, raw, text, point):
    for i in range(200):
        with value.get_lock():
            value.value += 1
    for i in range(len(array)):
        array[i] = array[i] * 2
    raw[0] += 5
    text.value = 'from the child'
    point.x = 7
    point.y += 0.5

value = multiprocessing.Value('i', 3)
array = multiprocessing.Array('d', [1.5, 2.5, 3.5])
raw = multiprocessing.RawArray('i', 4)
text = multiprocessing.Array('c', 20)
point = multiprocessing.Value(Point, 1, 2.0)
p = multiprocessing.Process(target=work, args=(value, array, raw, text, point))
p.start(); p.join(); print p.exitcode
print value.value, array[:], list(raw), repr(text.value), repr(text.raw), point.x, point.y
ps = [multiprocessing.Process(target=work, args=(value, array, raw, text, point)) for i in range(3)]
for p in ps: p.start()
for p in ps: p.join()
print value.value
print value, len(array), array[1], array[-1], array[1:3], type(value.get_obj()).__name__, type(array.get_obj()).__name__, type(point).__name__
array[0:2] = [9, 8]; print array[:]
r = multiprocessing.RawValue('d', 2.5); print r.value, type(r).__name__
print multiprocessing.Value('h', lock=False).value, sharedctypes.copy(r).value
def t(f, *a, **k):
    try: print repr(f(*a, **k))
    except Exception as e: print type(e).__name__, e
t(multiprocessing.Value, 'q'); t(multiprocessing.Value, 'i', 'x'); t(multiprocessing.Array, 'i', 'ab'); t(multiprocessing.Value, 'i', wrong=1)
lock = multiprocessing.Lock(); v = multiprocessing.Value('i', 1, lock=lock); print v.get_lock() is lock
