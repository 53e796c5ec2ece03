"""Counts words and bigrams of a generated text with dictionaries."""
from __future__ import print_function


def make_words(n):
    parts = 'ba ne ko ri tu sa le mo di vu pa xe'.split()
    seed, words = 7, []
    for i in xrange(n):
        seed = (seed * 16807) % 2147483647
        w = parts[seed % 12] + parts[seed // 12 % 12]
        if seed % 3:
            w += parts[seed // 144 % 12]
        words.append(w)
    return words


def count(words):
    counts = {}
    for w in words:
        if w in counts:
            counts[w] += 1
        else:
            counts[w] = 1
    return counts


def bigrams(words):
    counts = {}
    previous = None
    for w in words:
        key = (previous, w)
        counts[key] = counts.get(key, 0) + 1
        previous = w
    return counts


def by_length(counts):
    groups = {}
    for w, n in counts.items():
        groups.setdefault(len(w), []).append((n, w))
    return groups


def main():
    words = make_words(2200000)
    counts = count(words)
    top = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:5]
    print(len(words), len(counts), top)
    pairs = bigrams(words)
    print(len(pairs), max(pairs.values()))
    print([(k, len(v), max(v)) for k, v in sorted(by_length(counts).items())])


main()
