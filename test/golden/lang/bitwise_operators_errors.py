for f in (lambda: 1 << -1, lambda: 1 >> -1, lambda: 1L << -1, lambda: 1.0 & 1, lambda: 1 << 1.0,
        lambda: ~1.5, lambda: '' | ''):
    try:
        f()
    except (ValueError, TypeError) as e:
        print e
