log = []
def k(x):
    log.append(x)
    return -x
for f in (lambda: max([]), lambda: min(()), lambda: max(), lambda: max(5),
        lambda: max(1, 2, kee=3), lambda: max([1], key=5), lambda: max([1j, 2j]),
        lambda: min(1, 2, key=lambda: 0), lambda: max([1, 2], key=None)):
    try:
        print f()
    except (TypeError, ValueError) as e:
        print type(e).__name__, e
