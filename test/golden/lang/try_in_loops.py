def f():
    out = []
    for i in range(6):
        try:
            if i == 1: continue
            if i == 2: raise ValueError
            if i == 4: break
            out.append(i)
        except ValueError:
            out.append('caught')
            continue
        else:
            out.append('else')
        finally:
            out.append('fin%d' % i)
        out.append('end')
    else:
        out.append('loop else')
    return out
print f()
def g():
    n = 0
    while True:
        try:
            n += 1
            if n == 3: return n
        finally:
            if n < 3: continue_ok.append(n)
continue_ok = []
print g(), continue_ok
