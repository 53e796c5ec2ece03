# A name in any global statement is "global" in the module's body too.
def f():
    global named
    named = 1
f()
del named
try:
    named
except NameError as e:
    print e
try:
    del named
except NameError as e:
    print e
try:
    other
except NameError as e:
    print e
class C:
    global named
    try:
        named
    except NameError as e:
        print e
    try:
        del other
    except NameError as e:
        print e
