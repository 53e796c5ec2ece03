items = [1]
def more():
    if len(items) < 5: items.append(len(items))
    return items
n = 0
while len(more()) > n: n += 1
print n, items
class P(object):
    limit = 3
    def go(self):
        out = []
        i = 0
        while i < self.limit:
            out.append(i)
            if i == 1: P.limit = 5
            if i == 3: self.limit = 4
            i += 1
        return out
p = P()
print p.go(), P().go()
