o = object()
for f in (lambda: object(1), lambda: object(x=1), lambda: setattr(o, 'a', 1), lambda: o.a,
        lambda: o(), lambda: o + 1, lambda: len(o), lambda: o[0]):
    try:
        f()
    except (TypeError, AttributeError) as e:
        print type(e).__name__, e
