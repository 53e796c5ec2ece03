import atexit
atexit.register(lambda: sys_out('atexit ran'))
def sys_out(s): print s
raise KeyError('uncaught')
