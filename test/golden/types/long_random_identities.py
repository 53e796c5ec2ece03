import random
random.seed(11)
digest = 0
for i in xrange(1500):
    a, b = [random.getrandbits(random.choice([1, 30, 63, 64, 65, 128, 700]))
            for k in 'ab']
    if i % 3 == 0:
        a = -a
    if i % 5 == 0:
        b = -b
    s = i % 200
    row = [a + b, a - b, a * b, a & b, a | b, a ^ b, ~a, a << s, a >> s,
           cmp(a, b), a.bit_length(), str(a), hex(b), float(a)]
    if b:
        q, r = divmod(a, b)
        assert q * b + r == a
        row += [q, r, a.__truediv__(long(b)) if type(a) is long else 0]
    digest = hash((digest, repr(row)))
print digest
