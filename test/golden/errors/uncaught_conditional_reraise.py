def load(strict):
    try:
        return int('abc')
    except ValueError:
        if strict:
            raise
        return 0
print load(False)
print load(True)
