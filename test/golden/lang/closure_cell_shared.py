def make():
    v = 1
    def get(): return v
    def set_(n):
        box.append(n)
    box = []
    fs = get, set_, lambda: (v, box)
    v = 2
    return fs
g, s, both = make()
s(5); s(6)
print g(), both()
print g.func_closure[0].cell_contents, g.__code__.co_freevars
