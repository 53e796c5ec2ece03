import lib
def replacement(x): return 'patched %s' % x
print lib.api(1)
original = lib.helper
lib.helper = replacement
print lib.api(2)
lib.LIMIT = 100
print lib.over(50)
lib.helper = original
print lib.api(3)
del lib.LIMIT
try:
    lib.over(1)
except NameError as e:
    print e
