mode = 'a'
def set_mode(m):
    global mode
    mode = m
def run():
    out = []
    for m in ('b', 3, None, [1]):
        set_mode(m)
        out.append(mode)
    return out
print run(), mode
count = 0
def inc():
    global count
    count = count + 1
def loop(n):
    while count < n: inc()
    return count
print loop(5), loop(3), count
