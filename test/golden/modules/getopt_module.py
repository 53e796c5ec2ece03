import getopt
print getopt.getopt(['-a', '-b', 'val', '--long', '--opt=x', 'rest', '-c'], 'ab:c',
    ['long', 'opt='])
print getopt.gnu_getopt(['x', '-a', 'y', '-bval'], 'ab:')
print getopt.getopt(['-ab', 'v', '--', '-c'], 'ab:c')
print getopt.getopt(['--lo'], '', ['long']), getopt.getopt([], 'a')
for a in ((['-z'], 'a'), (['-b'], 'b:'), (['--nope'], '', ['x']), (['--long=5'], '', ['long']),
        (['--l'], '', ['long', 'lower']), (['--opt'], '', ['opt='])):
    try:
        print getopt.getopt(*a)
    except getopt.GetoptError as e:
        print e, e.msg, e.opt
