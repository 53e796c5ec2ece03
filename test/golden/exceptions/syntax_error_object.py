e = SyntaxError('msg', ('file.py', 3, 5, 'the text\n'))
print e, repr(e), e.msg, e.filename, e.lineno, e.offset, e.text, e.args
print SyntaxError(), SyntaxError('only'), repr(SyntaxError('q').lineno)
print issubclass(IndentationError, SyntaxError), issubclass(TabError, IndentationError)
e = SystemExit(3); print e, e.code, e.args, SystemExit().code, SystemExit(1, 2).code
print StopIteration(1).args, repr(GeneratorExit()), repr(AssertionError('a'))
print NotImplementedError('x')
