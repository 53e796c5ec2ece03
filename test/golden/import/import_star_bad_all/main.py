try:
    from m import *
except AttributeError as e:
    print e
try:
    from n import *
except TypeError as e:
    print e
print a
