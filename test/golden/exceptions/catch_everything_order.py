import sys
def f(x):
    try:
        if x == 1: sys.exit(3)
        if x == 2: raise KeyboardInterrupt
        if x == 3: raise GeneratorExit
        if x == 4: raise BaseException('b')
        if x == 5: raise Exception('e')
    except Exception as e:
        return 'Exception', e.args
    except SystemExit as e:
        return 'SystemExit', e.code
    except BaseException as e:
        return 'Base', type(e).__name__
print [f(i) for i in range(6)]
