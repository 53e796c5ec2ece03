d = cur = {}
for i in range(60):
    cur['k'] = nxt = {}
    cur = nxt
print str(d).count('{'), d['k']['k']['k'] != {}
l = []
for i in range(100): l = [l]
print repr(l) == '[' * 101 + ']' * 101
t = ()
for i in range(50): t = (t, i)
print len(str(t)), t[1], t[0][1], hash(t) == hash((t[0], 49))
print ((((((((((((((((((((((((((((((1))))))))))))))))))))))))))))))
