# Differences, wrapped texts, templates and patterns, and their errors.
import difflib, textwrap, string, re, sys
a = 'one\ntwo\nthree\nfour\n\ttab\n'.splitlines(1); b = 'one\ntwoo\nthree\nfive\nfour\n tab'.splitlines(1)
sys.stdout.writelines(difflib.unified_diff(a, b, 'a', 'b', '2000', '2001', n=1)); print
sys.stdout.writelines(difflib.context_diff(a, b, 'a', 'b')); print
sys.stdout.writelines(difflib.ndiff(a, b)); print
print list(difflib.restore(difflib.ndiff(a, b), 2)) == b, difflib.get_close_matches('appel', ['ape', 'apple', 'peach', 'puppy']), difflib.get_close_matches('x', [])
s = difflib.SequenceMatcher(None, 'private Thread currentThread;', 'private volatile Thread currentThread;'); print round(s.ratio(), 4), s.quick_ratio() >= s.ratio(), s.get_matching_blocks(), s.get_opcodes(), list(s.get_grouped_opcodes(1)), s.find_longest_match(0, 5, 0, 5)
try: difflib.get_close_matches('a', ['b'], cutoff=2)
except ValueError as e: print e
h = difflib.HtmlDiff(wrapcolumn=10).make_table(a, b, context=True, numlines=1); print len(h) > 500, h.count('<tr>'), re.findall('<span class="(\w+)">([^<]*)', h)[:6]
T = '''    Lorem ipsum dolor sit amet, consectetur adipisicing-elit, sed do eiusmod
  tempor.  Incididunt ut labore et dolore magna_aliqua_very_long_word_that_breaks. -- A dash--here e.g. x-y-z.
'''
for kw in ({}, {'width': 30}, {'width': 20, 'break_long_words': False}, {'width': 30, 'initial_indent': '* ', 'subsequent_indent': '  '}, {'width': 25, 'fix_sentence_endings': True, 'break_on_hyphens': False}, {'width': 12, 'expand_tabs': False, 'replace_whitespace': False, 'drop_whitespace': False}): print textwrap.fill(T, **kw); print '--'
print repr(textwrap.dedent('\n    a\n      b\n\n   \tc\n')), textwrap.wrap(''), textwrap.wrap('x' * 10, 4)
try: textwrap.wrap('a b', 0)
except ValueError as e: print e
t = string.Template('$who likes ${what}; $$5 $who_ ${n}'); print t.safe_substitute(who='tim'), t.substitute({'who': 1, 'what': 2, 'who_': 3}, n=4)
for tmpl, kw in (('$x', {}), ('a\nb $', {}), ('${bad', {}), ('$1', {})):
    try: string.Template(tmpl).substitute(**kw)
    except (KeyError, ValueError) as e: print type(e).__name__, e
class My(string.Template): delimiter = '%'; idpattern = '[a-z]+'
print My('%abc_%{x} $y').safe_substitute(abc=1, x=2), My.pattern.pattern[:20] != ''
class Fm(string.Formatter):
    def get_value(self, key, a, k): return k.get(key, '?') if isinstance(key, str) else a[key]
    def convert_field(self, v, c): return str(v).upper() if c == 'u' else string.Formatter.convert_field(self, v, c)
print Fm().format('{0!u} {zz} {1:>{w}} {2[k].real}', 'abc', 5, {'k': 7}, w=4), list(string.Formatter().parse('a{b!r:c}d{{'))
for f, args in (('{', ()), ('}', ()), ('{0', ()), ('{0}', ()), ('{} {0}', (1, 2)), ('{:d}', ('x',)), ('{0.foo}', (1,)), ('{0[a]}', ([],)), ('{!z}', (1,)), ('{:>>5}', (1,)), ('{x}', ())):
    try: print f, f.format(*args)
    except Exception as e: print f, type(e).__name__, e
print '{:,} {:+.2e} {:#x} {:08.3f} {:^10}| {:%} {:=+6d} {!r:>5} {:b} {:c} {:n}'.format(1234567, 12345.678, 255, 3.14159, 'mid', .5, 42, 'r', 5, 65, 9), '{0:{1}{2}}'.format('x', '*^', 7), format(1.5, ''), format(True, 'd'), '{:.3}'.format('abcdef'), '{:10}|{:<5}|'.format(1, 'a'), '{0[0]}{0[1]}'.format('ab')
print '%5.1f|%-6s|%+d|%x|%o|%e|%g|%%|%c|%r|%05d|%.3s|%*d' % (1.25, 'ab', 5, 255, 8, 1234.5, 1e-5, 'z', u'\xe9', 42, 'abcdef', 5, 3), '%(a)s %(b)05.1f' % {'a': 1, 'b': 2}, '%s' % (1,), '%#x %#o % d' % (255, 8, 5)
for f, a in (('%d', 'x'), ('%s %s', 1), ('%s', (1, 2)), ('%z', 1), ('%(a)s', {}), ('%(a)s', 1), ('%c', 'ab'), ('%c', 300), ('%', 1), ('%*d', ('a', 1))):
    try: print f % a
    except Exception as e: print f, type(e).__name__, e
print string.capwords('hello  wOrld'), string.maketrans('abc', 'xyz')[97:100], 'aabbcc'.translate(string.maketrans('ab', 'xy'), 'c'), string.zfill('-5', 4), string.letters[:5], string.punctuation, repr(string.whitespace), string.atoi('z', 36), string.join(['a', 'b'], '-'), string.expandtabs('a\tb', 4), string.rjust('x', 3, '.'), string.count('aaa', 'aa')
print re.sub(r'(?P<w>\w+) (\w+)', r'\2 \g<w>', 'hello world'), re.split(r'([,;])\s*', 'a, b;c'), re.findall(r'(\d)(\w)?', '1a2'), [m.span() for m in re.finditer('x*', 'axb')], re.match(r'(a)|(b)', 'b').groups('-'), re.compile('x', re.I | re.M).flags, re.escape('a.b*c\n'), re.sub('(?i)A', lambda m: m.group().upper() + '!', 'banana', 2), re.subn('a', '', 'banana')
for bad in ('(', '[', '*', 'a{2,1}', '(?P<1>x)', '(?P<n>x)(?P<n>y)', '\\', '(?<=a*)b', '(?z)', '\\1', ')', 'a**', '[z-a]', '(?P=x)'):
    try: re.compile(bad); print bad, 'ok'
    except re.error as e: print bad, e
