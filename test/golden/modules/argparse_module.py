import argparse, sys
sys.stderr = sys.stdout
p = argparse.ArgumentParser(prog='tool', description='Do things.', epilog='The end.')
p.add_argument('src', help='source file')
p.add_argument('dst', nargs='?', default='out')
p.add_argument('-v', '--verbose', action='store_true', help='talk')
p.add_argument('-n', type=int, default=3, choices=range(10),
    help='how many (default %(default)s)')
p.add_argument('--names', nargs='+')
p.add_argument('-c', action='count')
p.add_argument('--const', action='store_const', const=42)
p.add_argument('--version', action='version', version='%(prog)s 2.0')
m = p.add_mutually_exclusive_group()
m.add_argument('--up', action='store_true')
m.add_argument('--down', action='store_true')
print p.parse_args(['a'])
print p.parse_args(['a', 'b', '-v', '-n5', '--names', 'x', 'y', '-ccc', '--const'])
print p.parse_known_args(['a', '--unknown', '1'])
print p.format_help(), p.format_usage()
for args in ([], ['a', '-n', 'x'], ['a', '-n', '50'], ['a', '--nope'], ['a', '--up', '--down'],
        ['--version'], ['a', 'b', 'c'], ['a', '--names'], ['a', '--ver=1']):
    try:
        p.parse_args(args)
    except SystemExit as e:
        print 'exit', e.code
