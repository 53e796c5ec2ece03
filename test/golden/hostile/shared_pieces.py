# Short pieces of texts stay right and equal while collections come between:
# what is found again is alive, whoever else has dropped it.


def pieces(n):
    return ['%d-%d' % (i % 97, i % 13) for i in range(n)]


kept = {}
for turn in range(4):
    text = ','.join(pieces(400))
    fields = text.split(',')
    for i, field in enumerate(fields):
        left, right = field.split('-')
        if i % 5 == 0:
            kept[left + ':' + right] = (left, right, field)
    del fields
    garbage = ['x' * 40 + str(i) for i in range(300)]
for key, (left, right, field) in kept.items():
    assert key == left + ':' + right and field == left + '-' + right, key
print len(kept), sorted(kept)[:5], sorted(kept.values())[-1]
