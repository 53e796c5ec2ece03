"""Keys of one hash are copied; empty tables stay as they are."""
print sorted(set([-1, -2]).copy()), sorted({-1: 1, -2: 2}.copy().items())
s = set()
s |= set([-1, -2])
print sorted(s), 3 in set(), len(set()), {}.get(3), 3 in {}, dict()
