import argparse, sys
sys.stderr = sys.stdout
p = argparse.ArgumentParser(prog='git')
sub = p.add_subparsers(dest='cmd', help='commands', metavar='CMD')
a = sub.add_parser('add', help='add files')
a.add_argument('files', nargs='*')
a.add_argument('--force', '-f', action='store_true')
c = sub.add_parser('commit')
c.add_argument('-m', required=True)
c.set_defaults(func=lambda o: 'committed ' + o.m)
print p.parse_args(['add', 'x', 'y', '-f'])
o = p.parse_args(['commit', '-m', 'msg']); print o.cmd, o.func(o)
p.print_help(); a.print_usage()
for args in ([], ['nope'], ['commit'], ['add', '--zzz']):
    try:
        p.parse_args(args)
    except SystemExit as e:
        print 'exit', e.code
