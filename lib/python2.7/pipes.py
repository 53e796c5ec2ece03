"""Pipelines of shell commands as objects."""

import os
import re
import tempfile

from string import digits, letters

__all__ = ['Template']

# What a command reads and writes: - standard stream, f file, . nothing.
FILEIN_FILEOUT = 'ff'
STDIN_FILEOUT = '-f'
FILEIN_STDOUT = 'f-'
STDIN_STDOUT = '--'
SOURCE = '.-'
SINK = '-.'

stepkinds = [FILEIN_FILEOUT, STDIN_FILEOUT, FILEIN_STDOUT, STDIN_STDOUT,
             SOURCE, SINK]


class Template:
    """A pipeline: commands one behind the other."""

    def __init__(self):
        self.debugging = 0
        self.reset()

    def __repr__(self):
        return '<Template instance, steps=%r>' % (self.steps,)

    def reset(self):
        """Takes all commands out."""
        self.steps = []

    def clone(self):
        """Another pipeline of the same commands."""
        t = Template()
        t.steps = self.steps[:]
        t.debugging = self.debugging
        return t

    def debug(self, flag):
        """Whether the commands are to be printed as they run."""
        self.debugging = flag

    def _check(self, cmd, kind, name, own, other, error):
        if type(cmd) is not str:
            raise TypeError('Template.%s: cmd must be a string' % name)
        if kind not in stepkinds:
            raise ValueError('Template.%s: bad kind %r' % (name, kind))
        if kind == own:
            raise ValueError('Template.%s: %s can only be %s' % (
                name, own is SOURCE and 'SOURCE' or 'SINK', error[0]))
        if error[1] is not None and error[1] == other:
            raise ValueError('Template.%s: already %s' % (
                name, error[2]))
        if kind[0] == 'f' and not re.search(r'\$IN\b', cmd):
            raise ValueError('Template.%s: missing $IN in cmd' % name)
        if kind[1] == 'f' and not re.search(r'\$OUT\b', cmd):
            raise ValueError('Template.%s: missing $OUT in cmd' % name)

    def append(self, cmd, kind):
        """Adds a command at the end."""
        last = self.steps[-1][1] if self.steps else None
        self._check(cmd, kind, 'append', SOURCE, SINK,
                    ('prepended', last, 'ends with SINK'))
        self.steps.append((cmd, kind))

    def prepend(self, cmd, kind):
        """Adds a command at the start."""
        first = self.steps[0][1] if self.steps else None
        self._check(cmd, kind, 'prepend', SINK, SOURCE,
                    ('appended', first, 'begins with SOURCE'))
        self.steps.insert(0, (cmd, kind))

    def open(self, file, rw):
        """A file at the pipeline's other end."""
        if rw == 'r':
            return self.open_r(file)
        if rw == 'w':
            return self.open_w(file)
        raise ValueError("Template.open: rw must be 'r' or 'w', not %r"
                         % (rw,))

    def open_r(self, file):
        if not self.steps:
            return open(file, 'r')
        if self.steps[-1][1] == SINK:
            raise ValueError('Template.open_r: pipeline ends width SINK')
        return os.popen(self.makepipeline(file, ''), 'r')

    def open_w(self, file):
        if not self.steps:
            return open(file, 'w')
        if self.steps[0][1] == SOURCE:
            raise ValueError('Template.open_w: pipeline begins with SOURCE')
        return os.popen(self.makepipeline('', file), 'w')

    def copy(self, infile, outfile):
        """Runs the pipeline from a file to a file."""
        return os.system(self.makepipeline(infile, outfile))

    def makepipeline(self, infile, outfile):
        """The shell command of it."""
        cmd = makepipeline(infile, self.steps, outfile)
        if self.debugging:
            print cmd
            cmd = 'set -x; ' + cmd
        return cmd


def makepipeline(infile, steps, outfile):
    """The shell command for a pipeline.  Commands that want files get
    temporary ones where they meet, which are removed at the end."""
    parts = [['', cmd, kind, ''] for cmd, kind in steps]
    if not parts:
        parts.append(['', 'cat', STDIN_STDOUT, ''])
    if parts[0][2][0] == 'f' and not infile:
        parts.insert(0, ['', 'cat', STDIN_STDOUT, ''])
    if parts[-1][2][1] == 'f' and not outfile:
        parts.append(['', 'cat', STDIN_STDOUT, ''])
    parts[0][0] = infile
    parts[-1][3] = outfile
    garbage = []
    for before, after in zip(parts, parts[1:]):
        if before[2][1] == 'f' or after[2][0] == 'f':
            fd, name = tempfile.mkstemp()
            os.close(fd)
            garbage.append(name)
            before[3] = after[0] = name
    commands = [_command(*part) for part in parts]
    line = commands[0]
    for part, cmd in zip(parts[1:], commands[1:]):
        if part[0]:
            line += '\n' + cmd
        else:
            if part[1] != cmd and '\n' in cmd:
                cmd = '{ ' + cmd + '; }'
            line += ' |\n' + cmd
    if garbage:
        remove = 'rm -f'
        for name in garbage:
            remove += ' ' + quote(name)
        line = ('trap ' + quote(remove + '; exit') + ' 1 2 3 13 14 15\n' +
                line + '\n' + remove)
    return line


def _command(infile, cmd, kind, outfile):
    if kind[1] == 'f':
        cmd = 'OUT=' + quote(outfile) + '; ' + cmd
    if kind[0] == 'f':
        cmd = 'IN=' + quote(infile) + '; ' + cmd
    if kind[0] == '-' and infile:
        cmd = cmd + ' <' + quote(infile)
    if kind[1] == '-' and outfile:
        cmd = cmd + ' >' + quote(outfile)
    return cmd


_safechars = frozenset(letters + digits + '@%_-+=:,./')


def quote(file):
    """A shell argument, quoted where it has to be."""
    for c in file:
        if c not in _safechars:
            break
    else:
        return file or "''"
    return "'" + file.replace("'", "'\"'\"'") + "'"
