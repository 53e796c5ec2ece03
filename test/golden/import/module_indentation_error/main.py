try:
    import bad
except IndentationError as e:
    print type(e).__name__, e.msg, e.lineno
from bad import x
