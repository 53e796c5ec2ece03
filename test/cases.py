"""The golden programs: where they are, how one is run, how two answers differ.

A case is NAME.py, or a folder with main.py (other files in it are the modules
that it imports), or NAME.src holding the path of a source elsewhere in the
tree.  Its answers stand beside it: NAME.out, NAME.err (when not empty),
NAME.exit (when not 0); NAME.in and NAME.args feed it.  A program is run with
its folder as working directory, so tracebacks name the file as given.
"""
import fnmatch
import os
import resource
import shlex
import shutil
import signal
import subprocess

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
GOLDEN = os.path.join(ROOT, 'test', 'golden')


class Case:
    """One golden program; `base` is the path of its answers without suffix."""

    def __init__(self, name, base, source):
        self.name = name
        self.base = base
        self.folder = os.path.dirname(base)
        self.source = source

    @property
    def area(self):
        return self.name.split('/')[0]

    def path(self, suffix):
        return self.base + suffix

    def read(self, suffix, default=b''):
        try:
            with open(self.path(suffix), 'rb') as f:
                return f.read()
        except FileNotFoundError:
            return default

    def args(self):
        return shlex.split(self.read('.args').decode())

    def expected(self):
        return Answer(self.read('.out'), self.read('.err'),
                      int(self.read('.exit', b'0')))

    def blessed(self):
        return os.path.exists(self.path('.out'))


class Answer:
    """What a program said: stdout, stderr, exit code; None is a timeout."""

    def __init__(self, out, err, code):
        self.out, self.err, self.code = out, err, code

    def __eq__(self, other):
        return (self.out, self.err, self.code) == \
            (other.out, other.err, other.code)


def discover(patterns=()):
    """All cases in name order; patterns are globs or parts of names."""
    cases = []
    for folder, subfolders, files in os.walk(GOLDEN):
        subfolders.sort()
        cases += in_folder(folder, files)
        if 'main.py' in files:
            subfolders.clear()
    cases.sort(key=lambda c: c.name)
    return [c for c in cases if not patterns or matches(c.name, patterns)]


def in_folder(folder, files):
    where = os.path.relpath(folder, GOLDEN)
    if 'main.py' in files:
        yield Case(where, os.path.join(folder, 'main'), 'main.py')
        return
    for f in files:
        name, suffix = os.path.splitext(f)
        base = os.path.join(folder, name)
        if suffix == '.py':
            yield Case('%s/%s' % (where, name), base, f)
        elif suffix == '.src':
            with open(os.path.join(folder, f)) as s:
                yield Case('%s/%s' % (where, name), base, s.read().strip())


def matches(name, patterns):
    return any(p in name or fnmatch.fnmatch(name, p) for p in patterns)


PASSED_ON = 'PATH', 'HOME', 'TMPDIR'
PASSED_ON_FAMILIES = 'PYLLC', 'GC_', 'ASAN_'


def environment(**more):
    """What programs see: nothing of the caller's locale, zone or Python.

    Settings of the runtime, the collector and the sanitizer pass through, so
    that the suite can run with collection at every allocation, for instance.
    """
    env = dict(LC_ALL='C.UTF-8', TZ='UTC', PYTHONDONTWRITEBYTECODE='1',
               GC_MAXIMUM_HEAP_SIZE='2G')
    env.update((k, v) for k, v in os.environ.items()
               if k in PASSED_ON or k.startswith(PASSED_ON_FAMILIES))
    env.update(more)
    return env


def find_python27():
    """Path of CPython 2.7's own executable, or None."""
    name = os.environ.get('PYTHON27', 'python2.7')
    if not shutil.which(name):
        return None
    # PYENV_VERSION makes a pyenv shim choose 2.7; others ignore it.
    env = dict(os.environ, PYENV_VERSION='2.7.18')
    done = subprocess.run([name, '-c', 'import sys; print sys.executable'],
                          env=env, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL)
    return done.stdout.decode().strip() or None


MEMORY = 6 << 30


def run(argv, cwd, timeout, stdin=b'', env=None, memory=MEMORY):
    """Runs argv in a process group of its own, which is gone afterwards."""
    proc = subprocess.Popen(
        argv, cwd=cwd, env=env or environment(), start_new_session=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        preexec_fn=lambda: limit(timeout, memory))
    try:
        out, err = proc.communicate(stdin, timeout)
        code = proc.returncode
    except subprocess.TimeoutExpired:
        kill_group(proc)
        out, err = proc.communicate()
        code = None
    kill_group(proc)
    return Answer(placeless(out, cwd), placeless(err, cwd), code)


def placeless(data, folder):
    """Names the case's folder {DIR}: imported files have absolute paths."""
    return data.replace(os.path.realpath(folder).encode() + b'/', b'{DIR}/')


def limit(seconds, memory):
    """Ends what spins on when the runner itself is gone, or eats memory.

    The limit on address space leaves room for what the collector and the
    main stack reserve without using it; None is for tools that reserve more.
    """
    # A background shell ignores it, and programs would inherit that.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if memory:
        resource.setrlimit(resource.RLIMIT_AS, (memory,) * 2)
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) * 4,) * 2)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def kill_group(proc):
    try:
        os.killpg(proc.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass


def first_difference(want, got):
    """One line that says how an answer differs from the expected one."""
    if got.code is None:
        return 'timeout'
    if got.code != want.code and got.code < 0:
        return 'killed by %s' % signal.Signals(-got.code).name
    for what, w, g in (('stdout', want.out, got.out),
                       ('stderr', want.err, got.err)):
        if w != g:
            return '%s %s' % (what, line_difference(w, g))
    return 'exit code %d, expected %d' % (got.code, want.code)


def line_difference(want, got):
    want, got = text(want).split('\n'), text(got).split('\n')
    n = 0
    while n < min(len(want), len(got)) and want[n] == got[n]:
        n += 1
    w = shorten(want[n]) if n < len(want) else 'the end'
    g = shorten(got[n]) if n < len(got) else 'the end'
    return 'line %d: expected %s, got %s' % (n + 1, w, g)


def shorten(line):
    return repr(line if len(line) <= 70 else line[:67] + '...')


def text(data):
    return data.decode('utf-8', 'backslashreplace')
