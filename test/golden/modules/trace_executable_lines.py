# The lines of a constant tuple are one line of code.
import os
import tempfile
import trace

handle, path = tempfile.mkstemp('.py')
os.write(handle, '''def f(x):
    """Doc."""
    return (1,
            (2, 'a'),
            3)
def g(x):
    y = (1,
         x,
         3)
    return [y,
            2]
''')
os.close(handle)
print sorted(trace.find_executable_linenos(path))
os.remove(path)
