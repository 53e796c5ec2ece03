# Which keyword an error names: functions in the call's order, classes and C
# functions in that of a dict, and what is missing comes first.
def f(a):
    pass


class P(object):
    def __init__(self, a, b):
        pass


for text in ('f(z=1, y=1, a=1)', 'P(1, x=1, y=2, z=3)', 'P(z=1, y=1, x=1, a=1)',
             'P(b=1, i=3, q=4)', 'open(q=1, i=2)', 'int(q=1, i=2)',
             'sorted(q=1, i=2)', 'enumerate(q=1)', 'enumerate([], q=1, i=2)',
             'enumerate([], sequence=1)', 'int(**{u"\xe9": 1})',
             'int(**{1: 2})', 'P(1, 2, **{"a": 1})'):
    try:
        print eval(text)
    except (TypeError, UnicodeError) as e:
        print text, type(e).__name__, e
