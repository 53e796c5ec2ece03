# join() asks the __iter__ of a subclass of list or tuple.
class L(list):
    def __iter__(self):
        return iter('xy')


class T(tuple):
    def __iter__(self):
        return iter(u'pq')

for sep in '-', u'-', bytearray('-'):
    print repr(sep.join(L('ab')))
print repr('-'.join(T('ab'))), repr(u'-'.join(T('ab')))
