for name in ('os', 'sys', 'definitely_missing_mod'):
    m = __import__(name)
    print m.__name__
