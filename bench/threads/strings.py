"""Short strings made, joined, split, formatted, searched."""
import harness


def work(n):
    for r in xrange(n):
        parts = []
        for i in xrange(50):
            parts.append('key%d=%s' % (i, 'v' * (i & 15)))
        text = ';'.join(parts)
        seen = {}
        for field in text.split(';'):
            name, value = field.split('=')
            seen[name.upper()] = value.strip() + '.'
    return seen


harness.main(work)
