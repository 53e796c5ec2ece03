"""The format of errors.txt, for Python 2.7 and 3."""
import ast
import os
import re

PATH = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'errors.txt')


def escape(data):
    """Bytes as the ASCII text of an answer."""
    def one(c):
        return c if c == '\n' or ' ' <= c <= '~' else '\\x%02x' % ord(c)
    return ''.join(one(c) for c in data.decode('latin-1').replace(
        '\\', '\\x5c'))


def read():
    """[(program as bytes, its literal, answer as escaped text)]"""
    with open(PATH) as f:
        text = f.read()
    cases = []
    for case in re.split(r'(?m)^### ', text)[1:]:
        literal, answer = case.split('\n', 1)
        program = ast.literal_eval(literal)
        if not isinstance(program, bytes):
            program = program.encode('latin-1')
        cases.append((program, literal, answer))
    return cases
