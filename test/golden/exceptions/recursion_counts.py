# How often a function runs before the limit is met depends on what is
# between two of its calls: functions count, and calls of types and callbacks.
import re


def through_sub(m):
    depth.append(0)
    return re.sub('a', through_sub, 'a')


def through_compiled(m):
    depth.append(0)
    return pattern.sub(through_compiled, 'a')


def through_list():
    depth.append(0)
    return list(through_list() for i in (1,))


def through_set():
    depth.append(0)
    return set(through_set() for i in (1,))


def through_sum():
    depth.append(0)
    return sum(through_sum() for i in (1,))


def through_eval():
    depth.append(0)
    eval(code)


def through_exec():
    depth.append(0)
    exec code2


pattern = re.compile('a')
code = compile('through_eval()', 'x', 'eval')
code2 = compile('through_exec()', 'x', 'exec')
for f in through_list, through_set, through_sum, through_eval, through_exec:
    depth = []
    try:
        f()
    except RuntimeError:
        print f.__name__, len(depth)
for f in through_sub, through_compiled:
    depth = []
    try:
        f(None)
    except RuntimeError:
        print f.__name__, len(depth)
