# Short strs cut from texts, found again and not; each stays what it is.
import gc


def words(n, different):
    out = []
    for i in xrange(n):
        k = i * 7919 % different
        out.append(('w%d.%d' % (k, k % 7), 'a%d' % k))
    return out


for different in (5, 300, 5000):
    seen, total = {}, 0
    for a, b in words(5000, different):
        left, right = a.split('.')
        whole = left + '-' + right + a[1:3]
        joined = '+'.join([b, right])
        for s in (left, right, whole, joined, b[1:], a[:40]):
            seen[s] = seen.get(s, 0) + 1
        total += len(whole) + len(joined)
    print len(seen), total, sorted(seen.items())[:4]
    gc.collect()

text = ''.join(chr(i) for i in range(256))
for n in (0, 1, 2, 3, 4, 7, 8, 9, 15, 16, 17, 24, 31, 32, 33, 40):
    parts = [text[i:i + n] for i in range(0, 200, 13)]
    again = [text[i:i + n] for i in range(0, 200, 13)]
    halves = [p[:n // 2] + p[n // 2:] for p in parts]
    print n, parts == again == halves, map(hash, again) == map(hash, parts),
    print len(set(parts)), parts[-1] in dict.fromkeys(again)

# Texts that differ in one byte only, in each place.
base = 'abcdefghijklmnopqrstuvwxyz012345'
for n in (2, 3, 5, 8, 12, 16, 20, 32):
    found = set()
    for i in range(n):
        found.add((base[:i] + '#' + base[i + 1:])[:n])
    print n, len(found),
print


class Text(str):
    pass


t = Text('key')
print type(t[:]) is str, type(t + '') is str, type(t[0:2] + 'y') is str
grown = 'ab'
for c in 'cd':
    grown += c
    print 'ab' + 'cd' == grown, {grown: 1}.get('ab' + c),
print grown, 'ab'
