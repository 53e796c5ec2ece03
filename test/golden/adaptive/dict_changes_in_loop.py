d = {}
for i in range(5):
    d[i] = i
    if i in d and i > 1: del d[i - 2]
print d
words = {}
for w in 'a b a c b a'.split():
    words[w] = words.get(w, 0) + 1
words['a'] = 'now a string'
try:
    for w in 'a b'.split(): words[w] += 1
except TypeError as e:
    print e, sorted(words.items())
class D(dict):
    def __missing__(self, k):
        self[k] = v = k * 2
        return v
def use(d, ks): return [d[k] for k in ks]
print use({1: 'x', 2: 'y'}, [1, 2]), use(D({1: 'x'}), [1, 5, 5])
