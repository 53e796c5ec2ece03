# An unexpected keyword that is not ASCII shows one ? per character.
def f():
    pass
try:
    f(**{u'\u03c0\u03b9x': 4})
except TypeError as e:
    print e
