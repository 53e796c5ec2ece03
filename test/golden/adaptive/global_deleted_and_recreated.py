x = 1
def get():
    try:
        return x
    except NameError as e:
        return str(e)
def drop():
    global x
    del x
print get()
drop()
print get()
x = 'again'
print get()
globals().pop('x')
print get()
max = 'shadow'
def m(): return max
print m()
del max
print m()(1, 2)
