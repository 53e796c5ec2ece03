import optparse, sys
sys.stderr = sys.stdout
p = optparse.OptionParser(usage='%prog [options] file', version='%prog 1.2', prog='tool',
    description='A tool that does things.')
p.add_option('-v', '--verbose', action='store_true', default=False, help='talk more')
p.add_option('-n', '--num', type='int', dest='n', default=5, metavar='N',
    help='a number [default: %default]')
p.add_option('-f', '--file', action='append', help='input file')
p.add_option('-c', action='count', dest='c', default=0)
p.add_option('--level', type='choice', choices=['low', 'high'])
g = optparse.OptionGroup(p, 'Extra', 'Extra options.')
g.add_option('-x', type='float', help='a float'); p.add_option_group(g)
o, a = p.parse_args(['-v', '-n', '7', '-f', 'a', '--file=b', 'rest', '-cc', '--level=low', '-x1.5'])
print o, a, o.verbose, o.n, o.file, o.c, o.level, o.x
print p.format_help()
p.print_usage(); p.print_version()
for args in (['-n', 'x'], ['--nope'], ['--level=mid'], ['-n'], ['--verb=1'], ['--ver', '--f']):
    try:
        p.parse_args(args)
    except SystemExit as e:
        print 'exit', e.code
try:
    p.add_option('-v')
except optparse.OptionConflictError as e:
    print e
