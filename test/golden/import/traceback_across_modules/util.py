from lib import core

def process(items):
    for i in items:
        core.divide(10, i)
