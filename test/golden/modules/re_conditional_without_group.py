# A conditional may name a group that the pattern has not; "0p" of struct.
import re, struct
for p in ['(?(1)a|b)c', '(?(2)a)c', '(x)?(?(1)a|b)', '(?(3)a|b)(x)', '(x)(?(2)a|b)', '(x)(y)(?(3)a|b)', '(?(1)a|(b))', '(?:(?(5)q|w)+)']:
    for s in ['ac', 'bc', 'xa', 'b', 'c', 'ww']:
        try:
            m = re.search(p, s)
            print p, s, m and (m.span(), m.groups())
        except Exception as e: print p, s, type(e).__name__, e
try: struct.unpack('0p', '')
except SystemError as e: print e
