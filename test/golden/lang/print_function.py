from __future__ import print_function
print('a', 1, sep='-', end='!\n')
print()
print(*[1, 2, 3], **{'sep': ', '})
p = print
p('alias')
try:
    print('x', foo=1)
except TypeError as e:
    p(e)
try:
    print('x', sep=3)
except TypeError as e:
    p(e)
