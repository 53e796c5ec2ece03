# All modules of a program that traces are traced, also those with errors.
# -*- coding: latin-1 -*-
from __future__ import division
import os
import sys
import helper
from pkg import parts
lines = []
def tracer(frame, event, arg):
    name = os.path.basename(frame.f_code.co_filename)
    if name in ('helper.py', 'parts.py', 'main.py'):
        lines.append((name, event, frame.f_code.co_name, frame.f_lineno))
    return tracer
def own():
    return 7 / 2
sys.settrace(tracer)
print own(), helper.double(4), parts.half(5)
sys.settrace(None)
for line in lines:
    print line
try:
    import broken
except SyntaxError, e:
    print os.path.basename(e.filename), e.lineno
reload(helper)
print helper.double(2), helper.count, __name__, helper.__name__, parts.__name__
print repr(u'\xe9'), parts.half.func_code.co_name, parts.half.__module__
helper.fail(0)
