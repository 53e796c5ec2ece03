class Base(object):
    def who(self): return 'Base'
