class S(str):
    def __str__(self): return 'S.__str__'
    def __repr__(self): return 'S.__repr__'
    def __len__(self): return 99
    def __getitem__(self, i): return 'item'
    def __iter__(self): return iter('iter')
    def __add__(self, o): return 'added'
    def __mod__(self, o): return 'modded'
s = S('abc')
print s, [s], len(s), s[0], list(s), s + 'x', 'x' + s, s % 1, '%s|%r' % (s, s)
print s.upper(), s.join('12'), ''.join([s, s]), str(s), type(str(s)), unicode(s)
print s == 'abc', s.find('b'), s * 2, ''.join(s), '{}'.format(s), '{:>5}'.format(s)
print int(S('5')), float(S('1.5')), {s: 1}, sorted(s), s in ('abc',), s[:], s[0:2], `s`
