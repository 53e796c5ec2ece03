import string, re, textwrap, collections
text = 'It was the best of times, it was the worst of times; it was the age of wisdom...'
words = re.findall('[a-z]+', text.lower())
c = collections.Counter(words)
print c.most_common(4), len(c), sorted(set(len(w) for w in words))
print ' '.join(w.capitalize() for w in words[:6]), text.translate(None, string.punctuation)[:30]
by = collections.defaultdict(list)
for w in sorted(set(words)): by[w[0]].append(w)
print sorted(by.items())
print textwrap.fill(text, 30)
