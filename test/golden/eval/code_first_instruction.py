# co_firstlineno of a text is the line of its first instruction.
for mode, text in (('exec', 'def f(\na, b=1): pass'), ('exec', '\n"doc"\nx'),
                   ('exec', '1\nx = """\n"""\n'), ('single', '\n1.5'),
                   ('exec', '\nprint ((\n1))'), ('exec', 'if 1:\n pass\n x = 1'),
                   ('exec', 'while 0: x\nelse:\n y'), ('exec', 'pass\nglobal x'),
                   ('exec', '@d(\n1)\nclass A: pass'), ('eval', '(\nx)'),
                   ('single', '\nif 1:\n  pass\n'), ('exec', 'for i in (\n1): x'),
                   ('exec', 'x[0\n].y += (\n1)'), ('exec', '5; (lambda a=\n1: a)')):
    print repr(text), compile(text, 't', mode).co_firstlineno
