from string import Template
rows = [('widget', 4, 3.5), ('gadget', 10, 12.25), ('thing', 1, 100)]
print '%-10s|%5s|%10s' % ('name', 'qty', 'price')
for r in rows: print '%-10s|%5d|%10.2f' % r
for name, q, p in rows: print '{0:.<12}{1:>4d}{2:>12,.2f}'.format(name, q, p * 1000)
print Template('$name costs $$${price}').substitute(name='x', price=5)
print '{0[name]} {1.real} {2!r:>6} {3:%} {4:+d} {5:#x} {6:08.3f} {7:e}'.format({'name': 'n'}, 3, 'q', 0.25, 7, 255, 3.14159, 12345.678)
