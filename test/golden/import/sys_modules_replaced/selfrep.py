import sys
class Proxy(object):
    answer = 42
sys.modules[__name__] = Proxy()
