def outer(flag):
    def inner():
        return v
    if flag:
        v = 1
    return inner
print outer(True)()
try:
    outer(False)()
except NameError as e:
    print type(e).__name__, e
