"""%, format(), Template, textwrap, string methods."""
import string
import textwrap


def main():
    total = 0
    for i in xrange(150000):
        total += len('%d %s %5.2f %r %x' % (i, 'name', i / 3.0, 'q', i))
        total += len('{0} {1:>10} {2:.3f}'.format(i, 'right', i * .1))
        total += len('{a}-{b}'.format(a=i, b='x'))
    template = string.Template('$who likes ${what}')
    for i in xrange(20000):
        total += len(template.substitute(who='tim', what=i))
    text = ' '.join('word%d' % (i % 50) for i in xrange(2000))
    for i in range(10):
        total += len(textwrap.fill(text, 60))
    for i in xrange(100000):
        s = 'a,b;%d' % i
        total += len(s.replace(';', ',').split(',')) + s.upper().find('B')
        total += len(str(i) + repr(i * .5)) + s.startswith('a') + s.count(',')
    print total


main()
