# -*- coding: utf-8 -*-
# unicode built by += and +: it may grow in place only where nobody sees it.
import sys


def simple(parts):
    s = u''
    for p in parts:
        s += p
    return s


print repr(simple([u'a', u'b', u'\xe9', u'\u20ac', u'\U0001f600', u'x']))
print repr(simple(['a', 'b', u'c', 'd'])), len(simple([u'ab'] * 20000))
print repr(simple([u'', u'', u'a', u'', u'']))
print hash(simple([u'ab'] * 50)) == hash(u'ab' * 50), simple([u'x'] * 70) == u'x' * 70


def kept(parts):
    s, states = u'', []
    for p in parts:
        s += p
        states.append(s)
    return states


print kept([u'a', u'b', u'\u20ac', u'c', u''])


def aliased(parts):
    s = u'start'
    for p in parts:
        t = s
        s += p
        if len(t) > 6:
            return s, t


print aliased([u'a', u'b', u'c', u'd'])


def sometimes_kept(n):
    s, d = u'', {}
    for i in range(n):
        s += u'%d,' % i
        if i % 10 == 3:
            d[s] = i
    return sorted(d.items())


print sometimes_kept(40)
print [k for k, v in sometimes_kept(30)] == [
    u''.join(u'%d,' % i for i in range(n + 1)) for n in (3, 13, 23)]


def doubled(n):
    s = u'\xe9\u20ac'
    for i in range(n):
        s += s
    return s


print repr(doubled(3)), len(doubled(12))


def mixed(parts):
    s = ''
    for p in parts:
        s += p
    return s


print repr(mixed(['a', 'b', u'c', 'd', u'\xe9'])), repr(mixed(['x'] * 3))


def undecodable(parts):
    s = u''
    try:
        for p in parts:
            s += p
    except UnicodeDecodeError as e:
        return s, str(e)


print undecodable([u'a', u'b', 'c', 'd\xe9', u'e'])


class Text(unicode):
    def __radd__(self, other):
        return u'radd(%s)' % other


def reflected(parts):
    s = u'<'
    for p in parts:
        s += p
    return s


print repr(reflected([u'a', Text(u'b'), u'c']))


class Odd(object):
    def __radd__(self, other):
        keep.append(other)
        return other + u'!'


keep = []
print repr(reflected([u'a', u'b', Odd(), u'c', Odd(), u'd'])), keep


def looked_at(parts):
    s, seen = u'', []
    for p in parts:
        s += p
        if s.endswith(u'b') or s == u'abc' or u'cd' in s or s[-1:] == u'e':
            seen.append((len(s), s.find(u'b'), s < u'abd', s[:1], s[-1:]))
        if not s:
            seen.append('empty')
    return s, seen


print looked_at([u'', u'a', u'b', u'c', u'd', u'e', u'f'])


def plus(parts):
    s = u''
    for p in parts:
        s = s + p + u';'
    return s


print repr(plus([u'a', u'\u0142', u'c']))


def nested(n):
    out = u''
    for i in range(n):
        row = u''
        for j in range(n):
            row += unichr(0x61 + i + j)
        out += row + u'\n'
    return out


print nested(4),


def given(s, parts):
    for p in parts:
        s += p
    return s


base = u'base'
print repr((given(base, [u'1', u'2', u'3']), base, given(u'é', [u'x', u'y'])))
first = given(u'', [u'p', u'q', u'r'])
second = given(first, [u's', u't'])
third = given(first, [u'u', u'v'])
print first, second, third


def frames(parts):
    s = u''
    for p in parts:
        s += p
        keep.append(sys._getframe().f_locals['s'])
    return s


del keep[:]
print frames([u'a', u'b', u'c', u'd']), keep


def closure(parts):
    s = u''
    def get():
        return s
    got = []
    for p in parts:
        s += p
        got.append(get())
    return got


print closure([u'a', u'b', u'c'])

text = u''
states = {}
for i in range(30):
    text += u'%d\xe9' % i
    if i % 7 == 0:
        states[i] = text
print sorted((k, len(v), v[-3:]) for k, v in states.items())
print len(text), globals()['text'] is text


def generator(parts):
    s = u''
    for p in parts:
        s += p
        yield s


print list(generator([u'a', u'b', u'c', u'd']))
