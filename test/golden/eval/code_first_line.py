# The first line with code is that of the module.
import sys

pass
1
print sys._getframe().f_code.co_firstlineno
for text in ('\n\npass\n4\nx = 1\n', '\n\n"""d\nd"""\nx = 1\n',
             '\nglobal x\n\nx = 1\n', 'pass\n\n1', '', '\n\n@f\nclass A: 1\n'):
    print compile(text, 'a', 'exec').co_firstlineno
print compile('\n\n3', 'a', 'eval').co_firstlineno
