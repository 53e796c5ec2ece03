print repr('a\tb\n\\\'"\x41\101\0\a\b\f\v\r'), repr("it's"), repr('"q"'), repr('\'"')
print repr(r'\n\x41\''), repr(R"\\"), repr(b'bytes\xff'), repr(br'\d')
print repr(u'\u20ac\U0001F600\N{EURO SIGN}\x41')
print repr(ur'\u20ac\n'), repr(UR"\d"), repr('\q\8\x4a'), repr('''a
b"'c'''), repr("""\
x"""), repr(''), len('\400'), repr('\777')
print repr('a' 'b' "c" r'\d'), repr('a' u'b'), repr('\N{x}\u1234')
