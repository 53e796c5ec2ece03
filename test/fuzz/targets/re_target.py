"""re.compile of any pattern; matching is left to what needs no time."""
import re

SEEDS = ['(a|b)*?c{2,3}[^d-f]\\w', '(?P<n>x)(?P=n)(?(1)y|z)', '(?iLmsux)a#b',
         '(?<=ab)(?!c)\\b\\1', '[]-a]', '\\x41\\07\\d\\Z', '(?:a{1,2}){3}', '(?#c)']
WORDS = ['(?P<', '(?P=', '(?:', '(?=', '(?!', '(?<=', '(?<!', '(?#', '(?(',
         '{1,2}', '*?', '+?', '??', '[^', '\\d', '\\w', '\\b', '\\A', '\\1']


def target(data):
    if len(data) > 40 or data.count('*') + data.count('+') + \
            data.count('{') > 2:
        return
    for pattern in data, data.decode('latin-1'):
        found = re.compile(pattern).search('abcabc xyz')
        if found:
            found.groups(), found.groupdict(), found.span()
            re.sub(pattern, r'<\g<0>>', 'ab')
            re.split(pattern, 'abcab', 3)
