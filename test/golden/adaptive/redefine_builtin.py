import __builtin__
def total(n): return sum(range(n)), max(1, n), abs(-n)
print total(4)
real_range, real_abs = __builtin__.range, __builtin__.abs
__builtin__.range = lambda n: [100] * n
print total(4)
__builtin__.abs = lambda x: 'abs?'
print total(2)
__builtin__.range, __builtin__.abs = real_range, real_abs
print total(4)
__builtin__.brand_new = 'visible'
print brand_new
del __builtin__.brand_new
try:
    brand_new
except NameError as e:
    print e
