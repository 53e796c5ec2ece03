import string
print string.ascii_lowercase, string.digits, string.hexdigits, string.octdigits
print string.punctuation, repr(string.whitespace), len(string.printable)
print string.letters == string.ascii_letters, string.uppercase
print string.capwords('hello  world x'), string.join(['a', 'b'], '-')
print string.split('a b'), string.upper('a'), string.replace('aXb', 'X', '-')
print string.zfill('5', 3), string.atoi('42'), string.atof('1.5')
print string.find('abc', 'c'), string.maketrans('ab', 'xy')[97:99]
print 'aabb'.translate(string.maketrans('ab', 'xy')), string.strip(' a ')
print string.ljust('a', 3) + '|', string.count('aab', 'a'), string.index('ab', 'b')
print string.rfind('aba', 'a'), string.lower('ABC'), string.swapcase('aB')
print string.expandtabs('a\tb', 4), string.splitfields('a,b', ',')
print string.joinfields(['a', 'b'], '+'), string.center('a', 5) + '|'
t = string.Template('$who owes ${amt} dollars $$ ${who}s')
print t.substitute(who='Bob', amt=5), t.safe_substitute(who='X'), t.template[:4]
print string.Template('$a $b').substitute({'a': 1}, b=2)
for f in (lambda: t.substitute(who='x'), lambda: string.Template('$').substitute(),
        lambda: string.Template('${bad').substitute(bad=1), lambda: string.maketrans('a', 'xy'),
        lambda: string.atoi('x'), lambda: string.Template('a $5').substitute()):
    try:
        print f()
    except Exception as e:
        print type(e).__name__, e
print string.Template('$ ${x} $y').safe_substitute(x=1)
f = string.Formatter()
print f.format('{0} {a}', 1, a=2), f.vformat('{0[0]}', ([5],), {}), list(f.parse('a{b!r:c}d'))
class Up(string.Formatter):
    def get_value(self, k, a, kw): return str(k).upper()
print Up().format('{x} {0}')
