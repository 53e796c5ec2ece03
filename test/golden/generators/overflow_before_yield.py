# A counter that may overflow lives across a yield in its error path: the
# place to keep it is behind the test for overflow.
def numbers(kinds):
    n = 0
    while n < 4:
        n += 1
        try:
            found = kinds[n]()
        except Exception as e:
            try:
                yield n, type(e).__name__
            except ValueError:
                pass
    yield n


print list(numbers([0, 1, list]))
g = numbers({3: dict})
print next(g), next(g), g.throw(ValueError), next(g)
