# readline: its history; lines of a terminal with completion.
import os
import pty
import readline
import sys
import tempfile
import time


def attempt(f, *args):
    try:
        print repr(f(*args))
    except Exception as e:
        print type(e).__name__, e


def history():
    for line in 'one', 'two words', 'three':
        readline.add_history(line)
    print readline.get_current_history_length(), \
        [readline.get_history_item(i) for i in range(-1, 5)]
    readline.replace_history_item(0, 'first')
    readline.remove_history_item(1)
    handle, name = tempfile.mkstemp()
    os.close(handle)
    readline.write_history_file(name)
    print repr(open(name).read())
    readline.clear_history()
    readline.read_history_file(name)
    readline.set_history_length(7)
    print readline.get_history_length()
    print [readline.get_history_item(i) for i in 1, 2, 3]
    os.remove(name)
    attempt(readline.read_history_file, name)
    for f, args in [(readline.add_history, (1,)),
                    (readline.add_history, (None,)),
                    (readline.get_history_item, ('x',)),
                    (readline.remove_history_item, (-1,)),
                    (readline.remove_history_item, (9,)),
                    (readline.replace_history_item, (9, 'x')),
                    (readline.replace_history_item, ('x', 'x')),
                    (readline.set_completer, (5,)),
                    (readline.set_startup_hook, (5,)),
                    (readline.set_completer_delims, (5,)),
                    (readline.read_init_file, ('/no/such/file',)),
                    (readline.parse_and_bind, (5,))]:
        attempt(f, *args)
    print repr(readline.get_completer_delims()), readline.get_line_buffer() \
        == '', readline.get_begidx(), readline.get_endidx()


def complete(text, state):
    words = [w for w in ['apple', 'banana'] if w.startswith(text)]
    return words[state] if state < len(words) else None


def child(report):
    readline.clear_history()
    readline.set_completer(complete)
    readline.parse_and_bind('tab: complete')
    lines = []
    try:
        while True:
            lines.append(raw_input('> '))
    except EOFError as e:
        lines.append('EOF %s' % e)
    os.write(report, repr([line.rstrip() for line in lines]) +
             ' %d' % readline.get_current_history_length())


def terminal():
    reading, report = os.pipe()
    pid, fd = pty.fork()
    if pid == 0:
        os.close(reading)
        os.environ['TERM'] = 'dumb'
        child(report)
        os._exit(0)
    os.close(report)
    for keys in 'plain\n', 'x\x7fedited\n', 'app\t\n', '\x10\n', '\x04':
        time.sleep(.4)
        os.write(fd, keys)
    print os.read(reading, 1000)
    os.waitpid(pid, 0)


history()
sys.stdout.flush()
terminal()
