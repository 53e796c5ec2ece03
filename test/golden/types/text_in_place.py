# Texts that grow in loops: whoever looked at one, or kept it, sees what it was.


class Keeper(object):
    kept = []

    def __eq__(self, other):
        self.kept.append(other)
        return False

    def __radd__(self, other):
        self.kept.append(other)
        return other

    def __contains__(self, item):
        self.kept.append(item)
        return False


def kept_in_list(n):
    s, states = '', []
    for i in range(n):
        s += 'ab'
        states.append(s)
    return states


def kept_now_and_then(n):
    s, states = 'x', {}
    for i in xrange(n):
        s = s + chr(97 + i % 26)
        if i % 7 == 0:
            states[s] = i
            last = s
        if len(s) % 5 == 0 and s[-1] != 'q' and s.endswith(s[-1]):
            s = s + '.'
    return sorted(states.items()), last, s


def kept_by_others(n):
    del Keeper.kept[:]
    s = ''
    for i in range(n):
        s += str(i)
        k = Keeper()
        if s == k or s in k:
            print 'never'
        t = s + k
        u = s + '-'
        assert u == t + '-'
    return Keeper.kept[:5], len(Keeper.kept)


def aliases(n):
    s = t = ''
    for i in range(n):
        t = s
        s += 'x'
        u = s
        s = s + s
        s += t
        if len(s) > 200:
            s = s[:3]
    return s, t, u


def caught(n):
    s = 'begin'
    for i in range(n):
        try:
            s += '' if i % 3 else None
        except TypeError, e:
            s += '!'
            before = s
            s = s + '?'
    return s, before


def yields(n):
    s = ''
    for i in range(n):
        s += 'y'
        got = yield s
        if got:
            s = got + s
        yield len(s)


def turns_into_list(n):
    s = ''
    for i in range(n):
        s = s + 'a'
        if i == 3:
            s = ['a']
            break
    other = s
    for i in range(3):
        s += ['b']
    return s, other, s is other


def other_len(n):
    states = []

    def len(text):
        states.append(text)
        return 0
    s = ''
    for i in range(n):
        s += 'z'
        len(s)
    return states


def growing_tree(n):
    results = []

    def walk(prefix, depth):
        if depth == 0:
            results.append(prefix)
            return
        for c in 'ab':
            name = prefix
            for k in range(depth):
                name += c
            walk(name, depth - 1)
    walk('', n)
    return results


def added_nothing(n):
    s, states = '', []
    for i in range(n):
        y = s + ''
        s += 'x'
        z = s + 'yz'[2:]
        s += 'x'
        w = '' + s
        s += '' if i % 2 else '-'
        s += 'x'
        states.append((y, z, w))
    return s, states


class Strange(str):
    def __rmod__(self, other):
        return self

    def __eq__(self, other):
        Keeper.kept.append(other)
        return False
    __ne__ = __eq__


def compared_with_others(n):
    del Keeper.kept[:]
    s = ''
    for i in range(n):
        s += 'c'
        if s == 'c' + Keeper() or s != 'c' % Strange('d'):
            s += 'never'
    return [k for k in Keeper.kept if type(k) is str]


def set_later(n):
    for i in range(n):
        if i == 0:
            s = ''
        s += 'ab'
        t = s
    return s, t


def set_too_late(n):
    for i in range(n):
        if i == 1:
            s = ''
        else:
            try:
                s += 'ab'
            except UnboundLocalError, e:
                print e
    return s


print kept_in_list(5)
print kept_now_and_then(40)
print kept_by_others(4)
print aliases(9)
print caught(7)
g = yields(3)
print [g.next(), g.next(), g.send(None), g.next(), g.send('>'), list(g)]
print turns_into_list(8)
print other_len(4)
print growing_tree(3)
print added_nothing(3)
print compared_with_others(4)
print set_later(4), set_too_late(4)

# The same in global variables, with everybody who may look at them.
text, states = '', []


def look():
    states.append(text)
    return '1'


def append():
    global text
    text += '2'
    return '3'


def replace():
    global text
    text = 'new'
    return '4'


for f in (look, append, replace, look) * 2:
    text += f()
print text, states

text = ''
for i in range(12):
    text += chr(97 + i)
    if i == 2:
        first = text
    if i == 4:
        second = globals()['text']
    if i == 6:
        import __main__
        third = __main__.text
        get = lambda: __main__.text
    if i == 7:
        fourth = getattr(__import__('__main__'), 'text'), get()
    if i == 8:
        exec 'fifth = text'
    if i == 9:
        sixth = dict(globals())['text'], vars()['text']

        class C:
            seen = text
            text = 'inner'
            inner = text
    if i == 10:
        seventh = [v for k, v in globals().items() if k == 'text']
        text = text + get()[-1]
    if len(text) > 3 and text[-1] == 'z' or text == Keeper():
        break
print text, first, second, third, fourth, fifth, sixth, C.seen, C.inner
print seventh, Keeper.kept[-3:]

keep = text
for i in range(3):
    text = text + '+'
    alias = text
    for k in range(2):
        text += '-'
    alias += '*'
    text += text[-2:]
print keep, text, alias

text = ''
for i in range(4):
    y = text + ''
    text += 'x'
    z = text + 'yz'[2:]
    text += 'x'
    text += ''
    w = '' + text
    text += 'x'
    print y, z, w

number, items, mixed = 0, [], ''
same = items
for i in range(5):
    number += i
    items += [i]
    mixed += 'a' if i < 4 else u'\u1234'
print number, items, same is items, repr(mixed)

from threading import Thread
shared = ''


def reader():
    for i in range(200):
        seen.append(shared)


seen = []
for i in range(300):
    shared += 'abc'
    if i == 100:
        thread = Thread(target=reader)
        thread.start()
thread.join()
print len(shared), all(shared.startswith(s) for s in seen)
