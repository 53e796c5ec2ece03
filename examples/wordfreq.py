"""Counts the words of files: wordfreq.py [-n COUNT] FILE..."""
import re
import sys

WORD = re.compile(r"[A-Za-z][A-Za-z']*")


def count_words(lines):
    counts = {}
    for line in lines:
        for word in WORD.findall(line):
            word = word.lower()
            counts[word] = counts.get(word, 0) + 1
    return counts


def report(counts, limit):
    total = sum(counts.values())
    print '%d words, %d different' % (total, len(counts))
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    for word, n in ranked[:limit]:
        print '%6d  %5.2f%%  %s' % (n, 100.0 * n / total, word)


def main(args):
    limit = 10
    if args[:1] == ['-n']:
        limit = int(args[1])
        args = args[2:]
    if not args:
        print >>sys.stderr, __doc__
        return 2
    counts = {}
    for name in args:
        try:
            with open(name) as f:
                for word, n in count_words(f).items():
                    counts[word] = counts.get(word, 0) + n
        except IOError as e:
            print >>sys.stderr, 'wordfreq: %s: %s' % (name, e.strerror)
            return 1
    if counts:
        report(counts, limit)
    return 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
