import textwrap
t = 'The quick brown fox jumps over the lazy dog. A verylongwordthatdoesnotfit here; hyphen-ated words too.'
print textwrap.wrap(t, 20)
print textwrap.fill(t, 30, initial_indent='* ', subsequent_indent='  ')
print repr(textwrap.dedent('    a\n      b\n    c\n'))
print repr(textwrap.dedent('\ta\n\t b')), textwrap.wrap('')
print textwrap.wrap('a\tb\nc', 10), textwrap.wrap(t, 25, break_long_words=False)
print textwrap.wrap('a-b-c-d', 3, break_on_hyphens=False), textwrap.wrap('x  y.  z', 80)
print textwrap.wrap('end.  Next', 80, fix_sentence_endings=True)
w = textwrap.TextWrapper(width=10, drop_whitespace=False)
print w.wrap('aa bb cc dd ee'), w.fill('one two three')
try:
    textwrap.wrap('a', 0)
except ValueError as e:
    print e
