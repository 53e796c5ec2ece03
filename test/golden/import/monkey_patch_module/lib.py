LIMIT = 10
def helper(x): return 'original %s' % x
def api(x): return helper(x)
def over(n): return n > LIMIT
