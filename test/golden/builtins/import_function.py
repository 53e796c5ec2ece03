print __import__('os').sep, __import__('os.path').__name__
print __import__('os.path', globals(), locals(), ['join']).__name__
print __import__('json.decoder', fromlist=['x']).__name__
name = 'str' + 'ing'
print __import__(name).digits, __import__(name, {}, {}, [], -1).__name__
print __import__(name, level=0).__name__
for a in (('no_such_module_here',), ('os.nothing',), ('',), (5,), ('sys', {}, {}, [], 1)):
    try:
        __import__(*a)
    except (ImportError, ValueError, TypeError) as e:
        print type(e).__name__, e
