def bad(): return 1 / 0
d = {
    'a': 1,
    'b': bad(),
    'c': 3,
}
