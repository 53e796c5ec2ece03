"""Lines of the terminal: editing, history, completion, for raw_input()."""

import os as _os


import _frames
import _readline

_frames.hide(globals())
_READLINE_VERSION = 0x402
_READLINE_RUNTIME_VERSION = 0x402

_history = []
_state = {'length': -1, 'changed': False, 'begidx': 0, 'endidx': 0,
          'completer': None, 'display': None, 'startup': None,
          'pre_input': None,
          'delims': ' \t\n`~!@#$%^&*()-=+[{]}\\|;:\'",<>/?'}


def _text(name, value):
    if isinstance(value, unicode):
        value = str(value)
    if not isinstance(value, str):
        raise TypeError('%s() argument 1 must be string, not %s' % (
            name, 'None' if value is None else type(value).__name__))
    if '\0' in value:
        raise TypeError('%s() argument 1 must be string without null bytes, '
                        'not str' % name)
    return value


def _path(name, value):
    if value is None:
        return _os.path.expanduser('~/.history')
    if not isinstance(value, basestring):
        raise TypeError('%s() argument 1 must be string or None, not %s'
                        % (name, type(value).__name__))
    return value


def _number(value):
    if not isinstance(value, (int, long)):
        if isinstance(value, float):
            raise TypeError('integer argument expected, got float')
        raise TypeError('an integer is required')
    return int(value)


# The history.

def add_history(line):
    """Appends a line to the history."""
    line = _text('add_history', line)
    _history.append(line)
    if not _state['changed']:
        _state['changed'] = True


def clear_history():
    """Forgets all lines."""
    del _history[:]
    _state['changed'] = True


def get_current_history_length():
    """How many lines there are."""
    return len(_history)


def get_history_item(index):
    """A line by its number from 1; None where there is none."""
    index = _number(index)
    return _history[index - 1] if 0 < index <= len(_history) else None


def _checked_position(pos):
    pos = _number(pos)
    if pos < 0:
        raise ValueError('History index cannot be negative')
    if pos >= len(_history):
        raise ValueError('No history item at position %d' % pos)
    _state['changed'] = True
    return pos


def remove_history_item(pos):
    """Forgets a line, by its position from 0."""
    del _history[_checked_position(pos)]


def replace_history_item(pos, line):
    """Another line at a position from 0."""
    pos = _number(pos)
    if isinstance(line, str):
        _history[_checked_position(pos)] = line
    else:
        raise TypeError('replace_history_item() argument 2 must be string, '
                        'not %s' % type(line).__name__)


def get_history_length():
    """How many lines are written to files; negative: all."""
    return _state['length']


def set_history_length(length):
    """Has so many lines written to files."""
    _state['length'] = _number(length)


def read_history_file(filename=None):
    """Appends the lines of a file to the history."""
    try:
        with open(_path('read_history_file', filename)) as f:
            lines = f.read().split('\n')
    except IOError as e:
        raise IOError(e.errno, e.strerror)
    if lines[-1] == '':
        lines.pop()
    if lines and lines[0] == '_HiStOrY_V2_':
        lines = [_unescaped(line) for line in lines[1:]]
    _history.extend(lines)
    _state['changed'] = True


def _unescaped(line):
    """A line of libedit's files, which write spaces as \\040."""
    import re
    return re.sub(r'\\([0-7]{3})', lambda m: chr(int(m.group(1), 8) & 255),
                  line)


def write_history_file(filename=None):
    """Writes the history to a file."""
    lines = _history
    if _state['length'] >= 0:
        lines = lines[len(lines) - min(_state['length'], len(lines)):]
    try:
        with open(_path('write_history_file', filename), 'w') as f:
            for line in lines:
                f.write(line + '\n')
    except IOError as e:
        raise IOError(e.errno, e.strerror)


# The line that is being typed.

def get_line_buffer():
    """The line as typed so far."""
    return _readline.buffer()


def insert_text(string):
    """Inserts text where the cursor is."""
    _readline.insert(_text('insert_text', string))


def redisplay():
    """Shows the line anew."""
    _readline.redisplay()


def get_begidx():
    """Where the word starts that is being completed."""
    return _state['begidx']


def get_endidx():
    """Where it ends."""
    return _state['endidx']


def get_completion_type():
    """What kind of completion is asked for."""
    return 0 if not _state['endidx'] else 9


def _set_hook(key, name, function):
    if function is not None and not callable(function):
        raise TypeError('%s(func): argument not callable' % name)
    _state[key] = function


def set_completer(function=None):
    """Has function(text, 0), function(text, 1) ... say what can follow."""
    _set_hook('completer', 'set_completer', function)


def get_completer():
    """The function that completes."""
    return _state['completer']


def set_completer_delims(string):
    """The characters between words."""
    _state['delims'] = _text('set_completer_delims', string)


def get_completer_delims():
    return _state['delims']


def set_completion_display_matches_hook(function=None):
    """Has function(word, matches, longest length) show matches."""
    _set_hook('display', 'set_completion_display_matches_hook', function)


def set_startup_hook(function=None):
    """Has a function called before the prompt is shown."""
    _set_hook('startup', 'set_startup_hook', function)


def set_pre_input_hook(function=None):
    """Has a function called behind the prompt."""
    _set_hook('pre_input', 'set_pre_input_hook', function)


# Settings.

_COMMANDS = {'complete': 'rl_complete', 'tab-insert': 'ed-insert'}


def parse_and_bind(string):
    """A line of settings, in the language of GNU readline or of libedit."""
    string = _text('parse_and_bind', string)
    key, colon, command = string.partition(':')
    command = command.strip()
    if colon and key.strip().lower() == 'tab' and command in _COMMANDS:
        string = 'bind ^I ' + _COMMANDS[command]
    elif colon or string.lstrip().startswith(('set ', '$', '#')):
        return
    _readline.bind(string)


def read_init_file(filename=None):
    """Settings of a file."""
    if filename is None:
        path = _os.path.expanduser('~/.inputrc')
        if not _os.path.exists(path):
            return
    else:
        path = _path('read_init_file', filename)
    try:
        with open(path) as f:
            lines = f.read().splitlines()
    except IOError as e:
        raise IOError(e.errno, e.strerror)
    for line in lines:
        if line.strip():
            parse_and_bind(line)


# Reading.

def _set_bounds(start, end):
    _state['begidx'], _state['endidx'] = start, end


def _start():
    for key in 'startup', 'pre_input':
        if _state[key] is not None:
            _state[key]()


def _read(prompt):
    """What raw_input() calls on a terminal: the line, None at the end."""
    if _state['changed']:
        _state['changed'] = False
        _readline.clear()
        for line in _history:
            _readline.add(line)
    line = _readline.readline(prompt, _state['completer'], _set_bounds,
                              _start, _state['delims'])
    if line and (not _history or _history[-1] != line):
        _history.append(line)
        _readline.add(line)
    return line


_readline.set_reader(_read)
