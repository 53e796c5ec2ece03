"""A stack machine that runs a compiled toy program."""
from __future__ import print_function


class Machine(object):
    def __init__(self, code):
        self.code = code
        self.stack = []
        self.vars = {}
        self.pc = 0
        self.steps = 0
        self.handlers = {
            'push': self.do_push, 'load': self.do_load,
            'store': self.do_store, 'add': self.do_add, 'sub': self.do_sub,
            'mul': self.do_mul, 'mod': self.do_mod, 'less': self.do_less,
            'jump': self.do_jump, 'jumpif': self.do_jumpif,
        }

    def do_push(self, arg):
        self.stack.append(arg)

    def do_load(self, arg):
        self.stack.append(self.vars[arg])

    def do_store(self, arg):
        self.vars[arg] = self.stack.pop()

    def do_add(self, arg):
        b = self.stack.pop()
        self.stack.append(self.stack.pop() + b)

    def do_sub(self, arg):
        b = self.stack.pop()
        self.stack.append(self.stack.pop() - b)

    def do_mul(self, arg):
        b = self.stack.pop()
        self.stack.append(self.stack.pop() * b)

    def do_mod(self, arg):
        b = self.stack.pop()
        self.stack.append(self.stack.pop() % b)

    def do_less(self, arg):
        b = self.stack.pop()
        self.stack.append(self.stack.pop() < b)

    def do_jump(self, arg):
        self.pc = arg

    def do_jumpif(self, arg):
        if self.stack.pop():
            self.pc = arg

    def run(self):
        while self.pc < len(self.code):
            op, arg = self.code[self.pc]
            self.pc += 1
            self.steps += 1
            self.handlers[op](arg)


def assemble(text):
    labels, code = {}, []
    for line in text.strip().split('\n'):
        words = line.split()
        if words[0].endswith(':'):
            labels[words[0][:-1]] = len(code)
        else:
            code.append(words)
    program = []
    for words in code:
        arg = words[1] if len(words) > 1 else None
        if words[0] == 'push':
            arg = int(arg)
        elif arg in labels:
            arg = labels[arg]
        program.append((words[0], arg))
    return program


PROGRAM = """
    push 0
    store i
    push 1
    store s
again:
    load s
    push 31
    mul
    load i
    add
    push 65521
    mod
    store s
    load i
    push 1
    add
    store i
    load i
    push 400000
    less
    jumpif again
"""

m = Machine(assemble(PROGRAM))
m.run()
print(m.steps, m.vars['s'], m.stack)
