import traceback, sys
def f(): g()
def g(): raise ValueError('msg\nsecond')
try:
    f()
except ValueError as e:
    t, v, tb = sys.exc_info()
    print traceback.extract_tb(tb)
    print traceback.format_tb(tb)
    print traceback.format_exception_only(t, v), traceback.format_exception(t, v, tb)[-1:]
    print traceback.format_exc(1)
    print traceback.tb_lineno(tb)
    print traceback.format_list([('file', 3, 'func', 'text'), ('f2', 4, 'g', None)])
def here(): return traceback.extract_stack()[-2:]
print here()
def stack(): return traceback.format_stack(limit=2)
print stack()
print traceback.format_exception_only(SyntaxError,
    SyntaxError('bad', ('fn', 3, 4, 'some text\n')))
print traceback.format_exception_only(KeyError, KeyError('k'))
print traceback.format_exception_only(ValueError, ValueError())
print traceback.format_exception_only('string', None)
traceback.print_stack(file=sys.stdout)
traceback.print_exception(ValueError, ValueError('x'), None, file=sys.stdout)
