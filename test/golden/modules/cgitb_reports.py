# Reports of an error in the main module's code, as text and as HTML.
import cgitb
import os
import StringIO
import sys

value = 0
try:
    1 / value
except ZeroDivisionError:
    info = sys.exc_info()
    text = cgitb.text(info, 3)
    html = cgitb.html(info)
text = text.replace(os.getcwd(), 'DIR')
text = text.replace(repr(ZeroDivisionError.__doc__), 'DOC')
print '\n'.join([line for line in text.splitlines()
                 if line[:6] != 'Python' and ' = <' not in line][2:16])
print html.count('<table'), html.count('<tr>'), 'global' in html, '=&gt;' in html
out = StringIO.StringIO()
cgitb.Hook(display=0, file=out).handle(info)
print out.getvalue()[-50:]
cgitb.enable(format='text')
print sys.excepthook.__class__, cgitb.small('x'), cgitb.grey(''), cgitb.strong('y')
