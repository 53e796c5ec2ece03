# Pages of things whose texts are unicode are bytes.
import pydoc
import types

module = types.ModuleType('Q', u'Rational numbers: \u211a')
for name in '__version__', '__date__', '__author__', '__credits__':
    setattr(module, name, u'\u211a')
page = pydoc.render_doc(module)
print type(page).__name__, 'Rational numbers' in page
print pydoc._encode(u'\u211a', 'ascii'), pydoc._encode('abc')
