# The events of a log, and the counts that pstats gets of it.
import hotshot
import hotshot.log
import hotshot.stats
import os
import tempfile


def leaf():
    return 1


def walk(n):
    leaf()
    if n:
        walk(n - 1)
    return n


def show(name):
    log = hotshot.log.LogReader(name)
    for what, (filename, line, function), elapsed in log:
        print what, os.path.basename(filename), line, function,
    print log._info['key']
    log.close()


name = os.path.join(tempfile.mkdtemp(), 'log')
for lines in 0, 1:
    profile = hotshot.Profile(name, lines)
    profile.addinfo('key', 'value')
    print profile.runcall(walk, 1)
    profile.close()
    show(name)
profile = hotshot.Profile(name)
profile.runctx('walk(2)', {'walk': walk}, {})
for call in profile.stop, profile.close, profile.fileno, profile.start:
    try:
        print call()
    except (hotshot.ProfilerError, ValueError), e:
        print type(e).__name__, e
stats = hotshot.stats.load(name)
print stats.total_calls, stats.prim_calls
for key, value in sorted(stats.stats.items()):
    print os.path.basename(key[0]), key[1:], value[:2], sorted(
        [(caller[2], n) for caller, n in value[4].items()])
for data in '\x07', '\x00', 'S', '\x02':
    with open(name, 'wb') as f:
        f.write(data)
    try:
        print list(hotshot._hotshot.logreader(name))
    except (EOFError, ValueError), e:
        print type(e).__name__, e
os.unlink(name)
os.rmdir(os.path.dirname(name))
