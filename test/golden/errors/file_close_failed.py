# What a temporary file cannot write is told when it is closed, as by CPython.
open('/dev/full', 'w').write('x')
print 'goes on'
for i in [1]:
    open('/dev/full', 'w').writelines(['a'])
    print 'in a loop'
