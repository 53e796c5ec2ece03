import sys
def a(): b()
def b():
    x = 1
    raise ValueError('deep')
try:
    a()
except ValueError:
    tb = sys.exc_info()[2]
    while tb:
        print tb.tb_lineno, tb.tb_frame.f_code.co_name
        tb = tb.tb_next
