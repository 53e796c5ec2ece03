import warnings
warnings.filterwarnings('error', module='<test string>')
for s in ('def wrong1():\n    a = 1\n    b = 2\n    global a\n    global b\n', 'def wrong2():\n    print x\n    global x\n', 'def wrong3():\n    print x\n    x = 2\n    global x\n', 'global x\nx = 2\n'):
    try: compile(s, '<test string>', 'exec')
    except SyntaxError, e: print e, e.args, e.lineno, e.filename, e.offset, e.text
    else: print 'ok'
