# The debugger steps through evaluated code.
import pdb
import re
import StringIO
import sys

text = '''
def double(x):
    y = x * 2
    return y
def work(n):
    total = 0
    for i in range(n):
        total += double(i)
    return total
'''
exec compile(text, '<steps>', 'exec')

def debug(commands):
    out = StringIO.StringIO()
    p = pdb.Pdb(stdin=StringIO.StringIO(commands), stdout=out)
    print p.runcall(work, 2)
    # where the library's own source stands is nobody's business
    print re.sub(r'(\(Pdb\) )?. /.*bdb\.py.*\n.*\n', '', out.getvalue())

debug('step\nn\np total\nn\nn\ns\na\nr\nretval\nw\nc\n')
debug('s\nn\n!total = 40\nn\nunt\nunt\nunt\nalias dbl p %1 * 2\ndbl total\nu\nd\nd\nq\n')
debug('s\nn\nj 9\nwhatis total\nwhatis double\npp locals()\nbogus\n'
      'p 1;;p 2\nc\n')
