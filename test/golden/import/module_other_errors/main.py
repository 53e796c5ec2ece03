for name in 'coding', 'undeclared', 'dedent', 'quote', 'literal':
    try:
        __import__(name)
    except SyntaxError, e:
        print type(e).__name__, e.msg.replace('\n', ' ')[:26]
        print e.lineno, e.offset, repr(e.text)

def never():
    import coding, undeclared, dedent, quote, literal
