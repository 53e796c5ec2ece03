"""Source text to code; apart, since it needs the evaluator."""


def code_of(source, filename):
    return compile(source, filename, 'exec', 0, 1)
