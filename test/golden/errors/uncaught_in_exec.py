code = """
def h(x):
    try:
        return 1 / x
    finally:
        print 'leaving'

def outer():
    return [h(i) for i in (1, 0)]
"""
exec code
exec compile("def third():\n    outer()\n\n\nthird()\n", "other.py", "exec")
