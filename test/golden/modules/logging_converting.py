# Containers of logging.config convert what is taken out of them.
import logging.config
c = logging.config.BaseConfigurator({'a': {'b': ['ext://sys.maxint', {'c': 'cfg://d'}]}, 'd': ('x', 'ext://os.sep'), 'e': 'plain'})
d = c.config
print type(d['a']).__name__, type(d['a']['b']).__name__, type(d['d']).__name__
print d['a']['b'][0] > 5, d['a']['b'][1]['c'][1], d['d'][1], d.get('zz', 'none'), d.pop('e')
print d['a'].parent is d, d['a'].key, d['a']['b'].pop().__class__.__name__
print isinstance(d, logging.config.ConvertingMixin), d.convert('cfg://a.b[0]') > 5
try:
    d.convert('cfg://a.zz')
except KeyError as error:
    print error
try:
    d.convert('ext://no.such')
except ValueError as error:
    print error
