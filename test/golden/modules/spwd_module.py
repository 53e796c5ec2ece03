# The shadow file's rows, and names that are not in it.
import spwd
root = spwd.getspnam('root')
print type(root), len(root), root.sp_nam, root[0], root.sp_min
print 'root' in [row.sp_nam for row in spwd.getspall()]
for name in ('no such user', 5, 'a\0b'):
    try:
        spwd.getspnam(name)
    except (KeyError, TypeError) as error:
        print type(error).__name__, error
try:
    spwd.struct_spwd((1, 2))
except TypeError as error:
    print error
