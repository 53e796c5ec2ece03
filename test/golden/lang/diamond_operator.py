print 1 <> 2, 1 <> 1, 'a' <> u'a'
class C:
    def __ne__(self, o): return 'ne called'
print C() <> 1
