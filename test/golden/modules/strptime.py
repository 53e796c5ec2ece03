import time
from datetime import datetime
for text, format in [('2000-02-29', '%Y-%m-%d'), ('Feb 29', '%b %d'),
                     ('Wed Mar 17 22:44:55 1999', '%c'), ('12 AM', '%I %p'),
                     ('10 2005 Monday', '%W %Y %A'), ('366 2000', '%j %Y'),
                     ('68 69', '%y %d'), ('%', '%%'), ('1', '%Q'), ('1', '%'),
                     ('axb', 'a.b'), ('a  b', 'a b'), ('111', '%d%m'),
                     ('31 2 2001', '%d %m %Y'), ('2000 x', '%Y')]:
    try:
        print tuple(time.strptime(text, format))
    except ValueError as e:
        print e
print datetime.strptime('2002-03-04 05:06:07.89', '%Y-%m-%d %H:%M:%S.%f')
