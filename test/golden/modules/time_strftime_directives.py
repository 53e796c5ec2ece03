import time
t = (2009, 2, 13, 23, 31, 30, 4, 44, 0)
for d in 'aAbBcdHIjmMpSUwWxXyYZ%':
    print d, time.strftime('%' + d, t)
for s, f in (('13 Feb 2009', '%d %b %Y'), ('23:31:30', '%H:%M:%S'), ('Friday', '%A'),
        ('11 PM', '%I %p'), ('044 2009', '%j %Y'), ('%', '%%'), ('2009-W06', '%Y-W%U')):
    try:
        print time.strptime(s, f)[:8]
    except ValueError as e:
        print e
