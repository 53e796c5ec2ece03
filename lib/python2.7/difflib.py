"""Differences between sequences, and texts that show them."""

__all__ = ['get_close_matches', 'ndiff', 'restore', 'SequenceMatcher',
           'Differ', 'IS_CHARACTER_JUNK', 'IS_LINE_JUNK', 'context_diff',
           'unified_diff', 'HtmlDiff', 'Match']

import heapq
from collections import namedtuple as _namedtuple
from functools import reduce

Match = _namedtuple('Match', 'a b size')


def _calculate_ratio(matches, length):
    if length:
        return 2.0 * matches / length
    return 1.0


class SequenceMatcher:
    """Compares two sequences by their longest common blocks.

    After Ratcliff and Obershelp: the longest matching block, then the same
    to its left and to its right.  What isjunk() holds for never starts a
    block; with autojunk neither does what is very frequent in a long b.
    """

    def __init__(self, isjunk=None, a='', b='', autojunk=True):
        self.isjunk = isjunk
        self.a = self.b = None
        self.autojunk = autojunk
        self.set_seqs(a, b)

    def set_seqs(self, a, b):
        self.set_seq1(a)
        self.set_seq2(b)

    def set_seq1(self, a):
        if a is self.a:
            return
        self.a = a
        self.matching_blocks = self.opcodes = None

    def set_seq2(self, b):
        """Set b; what is worked out about b serves for many a."""
        if b is self.b:
            return
        self.b = b
        self.matching_blocks = self.opcodes = None
        self.fullbcount = None
        self.__chain_b()

    def __chain_b(self):
        """Index b: b2j says where each element stands, unless it is junk."""
        b = self.b
        b2j = {}
        self.b2j = b2j
        for i, elt in enumerate(b):
            places = b2j.get(elt)
            if places is None:
                b2j[elt] = [i]
            else:
                places.append(i)
        junk = set()
        isjunk = self.isjunk
        if isjunk:
            for elt in list(b2j.keys()):
                if isjunk(elt):
                    junk.add(elt)
                    del b2j[elt]
        popular = set()
        n = len(b)
        if self.autojunk and n >= 200:
            ntest = n // 100 + 1
            for elt, places in list(b2j.items()):
                if len(places) > ntest:
                    popular.add(elt)
                    del b2j[elt]
        self.isbjunk = junk.__contains__
        self.isbpopular = popular.__contains__

    def find_longest_match(self, alo, ahi, blo, bhi):
        """The longest block in a[alo:ahi] and b[blo:bhi]; of several, the
        first in a, and of those the first in b."""
        a = self.a
        b = self.b
        b2j = self.b2j
        isbjunk = self.isbjunk
        besti, bestj, bestsize = alo, blo, 0
        # j2len[j] is the length of the match that ends with a[i-1], b[j].
        j2len = {}
        nothing = []
        for i in xrange(alo, ahi):
            newj2len = {}
            for j in b2j.get(a[i], nothing):
                if j < blo:
                    continue
                if j >= bhi:
                    break
                k = j2len.get(j - 1, 0) + 1
                newj2len[j] = k
                if k > bestsize:
                    besti, bestj, bestsize = i - k + 1, j - k + 1, k
            j2len = newj2len
        # Take in what is popular on both sides, then junk next to that.
        while besti > alo and bestj > blo and not isbjunk(b[bestj - 1]) and \
                a[besti - 1] == b[bestj - 1]:
            besti, bestj, bestsize = besti - 1, bestj - 1, bestsize + 1
        while besti + bestsize < ahi and bestj + bestsize < bhi and \
                not isbjunk(b[bestj + bestsize]) and \
                a[besti + bestsize] == b[bestj + bestsize]:
            bestsize += 1
        while besti > alo and bestj > blo and isbjunk(b[bestj - 1]) and \
                a[besti - 1] == b[bestj - 1]:
            besti, bestj, bestsize = besti - 1, bestj - 1, bestsize + 1
        while besti + bestsize < ahi and bestj + bestsize < bhi and \
                isbjunk(b[bestj + bestsize]) and \
                a[besti + bestsize] == b[bestj + bestsize]:
            bestsize += 1
        return Match(besti, bestj, bestsize)

    def get_matching_blocks(self):
        """List the matching blocks in order; the last is empty, at the ends."""
        if self.matching_blocks is not None:
            return self.matching_blocks
        la, lb = len(self.a), len(self.b)
        # A stack of our own: recursion could go very deep.
        todo = [(0, la, 0, lb)]
        found = []
        while todo:
            alo, ahi, blo, bhi = todo.pop()
            i, j, k = x = self.find_longest_match(alo, ahi, blo, bhi)
            if k:
                found.append(x)
                if alo < i and blo < j:
                    todo.append((alo, i, blo, j))
                if i + k < ahi and j + k < bhi:
                    todo.append((i + k, ahi, j + k, bhi))
        found.sort()
        # Join blocks that touch.
        i1 = j1 = k1 = 0
        blocks = []
        for i2, j2, k2 in found:
            if i1 + k1 == i2 and j1 + k1 == j2:
                k1 += k2
            else:
                if k1:
                    blocks.append((i1, j1, k1))
                i1, j1, k1 = i2, j2, k2
        if k1:
            blocks.append((i1, j1, k1))
        blocks.append((la, lb, 0))
        self.matching_blocks = map(Match._make, blocks)
        return self.matching_blocks

    def get_opcodes(self):
        """List (tag, i1, i2, j1, j2): how a[i1:i2] becomes b[j1:j2]."""
        if self.opcodes is not None:
            return self.opcodes
        i = j = 0
        self.opcodes = answer = []
        for ai, bj, size in self.get_matching_blocks():
            if i < ai and j < bj:
                answer.append(('replace', i, ai, j, bj))
            elif i < ai:
                answer.append(('delete', i, ai, j, bj))
            elif j < bj:
                answer.append(('insert', i, ai, j, bj))
            i, j = ai + size, bj + size
            if size:
                answer.append(('equal', ai, i, bj, j))
        return answer

    def get_grouped_opcodes(self, n=3):
        """Yield lists of opcodes, each a group of changes with n lines around."""
        codes = self.get_opcodes()
        if not codes:
            codes = [("equal", 0, 1, 0, 1)]
        if codes[0][0] == 'equal':
            tag, i1, i2, j1, j2 = codes[0]
            codes[0] = tag, max(i1, i2 - n), i2, max(j1, j2 - n), j2
        if codes[-1][0] == 'equal':
            tag, i1, i2, j1, j2 = codes[-1]
            codes[-1] = tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)
        group = []
        for tag, i1, i2, j1, j2 in codes:
            # A long stretch without change ends a group and starts the next.
            if tag == 'equal' and i2 - i1 > n + n:
                group.append((tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)))
                yield group
                group = []
                i1, j1 = max(i1, i2 - n), max(j1, j2 - n)
            group.append((tag, i1, i2, j1, j2))
        if group and not (len(group) == 1 and group[0][0] == 'equal'):
            yield group

    def ratio(self):
        """How alike the sequences are, from 0 to 1."""
        matches = 0
        for block in self.get_matching_blocks():
            matches += block[2]
        return _calculate_ratio(matches, len(self.a) + len(self.b))

    def quick_ratio(self):
        """An upper bound of ratio(): order does not count."""
        if self.fullbcount is None:
            self.fullbcount = fullbcount = {}
            for elt in self.b:
                fullbcount[elt] = fullbcount.get(elt, 0) + 1
        fullbcount = self.fullbcount
        avail = {}
        matches = 0
        for elt in self.a:
            numb = avail.get(elt)
            if numb is None:
                numb = fullbcount.get(elt, 0)
            avail[elt] = numb - 1
            if numb > 0:
                matches += 1
        return _calculate_ratio(matches, len(self.a) + len(self.b))

    def real_quick_ratio(self):
        """An upper bound of ratio() from the lengths alone."""
        la, lb = len(self.a), len(self.b)
        return _calculate_ratio(min(la, lb), la + lb)


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
    """List the best n matches for a word, the best first."""
    if not n > 0:
        raise ValueError("n must be > 0: %r" % (n,))
    if not 0.0 <= cutoff <= 1.0:
        raise ValueError("cutoff must be in [0.0, 1.0]: %r" % (cutoff,))
    result = []
    s = SequenceMatcher()
    s.set_seq2(word)
    for x in possibilities:
        s.set_seq1(x)
        if s.real_quick_ratio() >= cutoff and \
                s.quick_ratio() >= cutoff and s.ratio() >= cutoff:
            result.append((s.ratio(), x))
    return [x for score, x in heapq.nlargest(n, result)]


def _count_leading(line, ch):
    """How often ch stands at the start of a line."""
    i, n = 0, len(line)
    while i < n and line[i] == ch:
        i += 1
    return i


class Differ:
    """Compares texts line by line, and similar lines character by character."""

    def __init__(self, linejunk=None, charjunk=None):
        self.linejunk = linejunk
        self.charjunk = charjunk

    def compare(self, a, b):
        """Yield the lines of the delta between two lists of lines."""
        cruncher = SequenceMatcher(self.linejunk, a, b)
        for tag, alo, ahi, blo, bhi in cruncher.get_opcodes():
            if tag == 'replace':
                g = self._fancy_replace(a, alo, ahi, b, blo, bhi)
            elif tag == 'delete':
                g = self._dump('-', a, alo, ahi)
            elif tag == 'insert':
                g = self._dump('+', b, blo, bhi)
            elif tag == 'equal':
                g = self._dump(' ', a, alo, ahi)
            else:
                raise ValueError('unknown tag %r' % (tag,))
            for line in g:
                yield line

    def _dump(self, tag, x, lo, hi):
        for i in xrange(lo, hi):
            yield '%s %s' % (tag, x[i])

    def _plain_replace(self, a, alo, ahi, b, blo, bhi):
        assert alo < ahi and blo < bhi
        # The shorter part first, to have less to keep in mind.
        if bhi - blo < ahi - alo:
            first = self._dump('+', b, blo, bhi)
            second = self._dump('-', a, alo, ahi)
        else:
            first = self._dump('-', a, alo, ahi)
            second = self._dump('+', b, blo, bhi)
        for g in first, second:
            for line in g:
                yield line

    def _fancy_replace(self, a, alo, ahi, b, blo, bhi):
        """Find the two lines most alike, and do what is before and after."""
        best_ratio, cutoff = 0.74, 0.75
        cruncher = SequenceMatcher(self.charjunk)
        eqi, eqj = None, None
        for j in xrange(blo, bhi):
            bj = b[j]
            cruncher.set_seq2(bj)
            for i in xrange(alo, ahi):
                ai = a[i]
                if ai == bj:
                    if eqi is None:
                        eqi, eqj = i, j
                    continue
                cruncher.set_seq1(ai)
                # The bounds are cheap to compute, the ratio is not.
                if cruncher.real_quick_ratio() > best_ratio and \
                        cruncher.quick_ratio() > best_ratio and \
                        cruncher.ratio() > best_ratio:
                    best_ratio, best_i, best_j = cruncher.ratio(), i, j
        if best_ratio < cutoff:
            # None alike; a pair that is the same has to do.
            if eqi is None:
                for line in self._plain_replace(a, alo, ahi, b, blo, bhi):
                    yield line
                return
            best_i, best_j, best_ratio = eqi, eqj, 1.0
        else:
            eqi = None
        for line in self._fancy_helper(a, alo, best_i, b, blo, best_j):
            yield line
        aelt, belt = a[best_i], b[best_j]
        if eqi is None:
            atags = btags = ""
            cruncher.set_seqs(aelt, belt)
            for tag, ai1, ai2, bj1, bj2 in cruncher.get_opcodes():
                la, lb = ai2 - ai1, bj2 - bj1
                if tag == 'replace':
                    atags += '^' * la
                    btags += '^' * lb
                elif tag == 'delete':
                    atags += '-' * la
                elif tag == 'insert':
                    btags += '+' * lb
                elif tag == 'equal':
                    atags += ' ' * la
                    btags += ' ' * lb
                else:
                    raise ValueError('unknown tag %r' % (tag,))
            for line in self._qformat(aelt, belt, atags, btags):
                yield line
        else:
            yield '  ' + aelt
        for line in self._fancy_helper(a, best_i + 1, ahi, b, best_j + 1,
                                       bhi):
            yield line

    def _fancy_helper(self, a, alo, ahi, b, blo, bhi):
        if alo < ahi:
            if blo < bhi:
                return self._fancy_replace(a, alo, ahi, b, blo, bhi)
            return self._dump('-', a, alo, ahi)
        if blo < bhi:
            return self._dump('+', b, blo, bhi)
        return []

    def _qformat(self, aline, bline, atags, btags):
        """Yield two lines, each with its '?' line where that says anything."""
        common = min(_count_leading(aline, "\t"), _count_leading(bline, "\t"))
        common = min(common, _count_leading(atags[:common], " "))
        common = min(common, _count_leading(btags[:common], " "))
        atags = atags[common:].rstrip()
        btags = btags[common:].rstrip()
        yield "- " + aline
        if atags:
            yield "? %s%s\n" % ("\t" * common, atags)
        yield "+ " + bline
        if btags:
            yield "? %s%s\n" % ("\t" * common, btags)


import re


def IS_LINE_JUNK(line, pat=re.compile(r"\s*(?:#\s*)?$").match):
    """True for blank lines and such with a single '#'."""
    return pat(line) is not None


def IS_CHARACTER_JUNK(ch, ws=" \t"):
    """True for blank and tab."""
    return ch in ws


def _format_range_unified(start, stop):
    """A range as in `diff -u`."""
    beginning = start + 1
    length = stop - start
    if length == 1:
        return '{}'.format(beginning)
    if not length:
        beginning -= 1
    return '{},{}'.format(beginning, length)


def unified_diff(a, b, fromfile='', tofile='', fromfiledate='',
                 tofiledate='', n=3, lineterm='\n'):
    """Yield the lines of a delta as `diff -u` prints it."""
    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            fromdate = '\t{}'.format(fromfiledate) if fromfiledate else ''
            todate = '\t{}'.format(tofiledate) if tofiledate else ''
            yield '--- {}{}{}'.format(fromfile, fromdate, lineterm)
            yield '+++ {}{}{}'.format(tofile, todate, lineterm)
        first, last = group[0], group[-1]
        yield '@@ -{} +{} @@{}'.format(
            _format_range_unified(first[1], last[2]),
            _format_range_unified(first[3], last[4]), lineterm)
        for tag, i1, i2, j1, j2 in group:
            if tag == 'equal':
                for line in a[i1:i2]:
                    yield ' ' + line
                continue
            if tag in ('replace', 'delete'):
                for line in a[i1:i2]:
                    yield '-' + line
            if tag in ('replace', 'insert'):
                for line in b[j1:j2]:
                    yield '+' + line


def _format_range_context(start, stop):
    """A range as in `diff -c`."""
    beginning = start + 1
    length = stop - start
    if not length:
        beginning -= 1
    if length <= 1:
        return '{}'.format(beginning)
    return '{},{}'.format(beginning, beginning + length - 1)


def context_diff(a, b, fromfile='', tofile='', fromfiledate='',
                 tofiledate='', n=3, lineterm='\n'):
    """Yield the lines of a delta as `diff -c` prints it."""
    prefix = dict(insert='+ ', delete='- ', replace='! ', equal='  ')
    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            fromdate = '\t{}'.format(fromfiledate) if fromfiledate else ''
            todate = '\t{}'.format(tofiledate) if tofiledate else ''
            yield '*** {}{}{}'.format(fromfile, fromdate, lineterm)
            yield '--- {}{}{}'.format(tofile, todate, lineterm)
        first, last = group[0], group[-1]
        yield '***************' + lineterm
        yield '*** {} ****{}'.format(
            _format_range_context(first[1], last[2]), lineterm)
        if any(tag in ('replace', 'delete') for tag, _, _, _, _ in group):
            for tag, i1, i2, _, _ in group:
                if tag != 'insert':
                    for line in a[i1:i2]:
                        yield prefix[tag] + line
        yield '--- {} ----{}'.format(
            _format_range_context(first[3], last[4]), lineterm)
        if any(tag in ('replace', 'insert') for tag, _, _, _, _ in group):
            for tag, _, _, j1, j2 in group:
                if tag != 'delete':
                    for line in b[j1:j2]:
                        yield prefix[tag] + line


def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
    """Compare two lists of lines with a Differ."""
    return Differ(linejunk, charjunk).compare(a, b)


def restore(delta, which):
    """Yield the lines of the first or second text that ndiff() compared."""
    try:
        tag = {1: "- ", 2: "+ "}[int(which)]
    except KeyError:
        raise ValueError('unknown delta choice (must be 1 or 2): %r' % which)
    prefixes = ("  ", tag)
    for line in delta:
        if line[:2] in prefixes:
            yield line[2:]


# HtmlDiff: the lines of ndiff() paired up for two columns.

_MARK_RUNS = re.compile(r'(\++|\-+|\^+)')


def _marked(lines, format_key, side, num_lines):
    """Take the first line off a list; return (number, text) with marks.

    The marks are \\0+, \\0- or \\0^ before and \\1 after what changed.
    """
    num_lines[side] += 1
    number = num_lines[side]
    if format_key is None:
        return number, lines.pop(0)[2:]
    if format_key == '?':
        text, markers = lines.pop(0), lines.pop(0)
        spans = []
        for mo in _MARK_RUNS.finditer(markers):
            spans.append((mo.group(1)[0], mo.span()))
        # From the right, so that the places to the left stay right.
        for key, (begin, end) in spans[::-1]:
            text = text[:begin] + '\0' + key + text[begin:end] + '\1' + \
                text[end:]
        return number, text[2:]
    text = lines.pop(0)[2:]
    if not text:
        # So that an added or removed empty line shows.
        text = ' '
    return number, '\0' + format_key + text + '\1'


def _paired_lines(fromlines, tolines, linejunk, charjunk):
    """Yield (from, to, whether they differ) for the lines of ndiff().

    A side is (number, text), or None where that side has no line yet.
    """
    diff = ndiff(fromlines, tolines, linejunk, charjunk)
    num_lines = [0, 0]
    pending = 0
    lines = []
    pos = 0
    while True:
        # Four lines tell every case apart.
        while len(lines) < 4:
            lines.append(next(diff, 'X'))
        s = ''.join([line[0] for line in lines])
        if s.startswith('X'):
            for item in _blanks(pending):
                yield item
            return
        if s.startswith('-?+?'):
            yield (_marked(lines, '?', 0, num_lines),
                   _marked(lines, '?', 1, num_lines), True)
        elif s.startswith('--++'):
            # Lines of one block: the other side comes later.
            pending -= 1
            yield _marked(lines, '-', 0, num_lines), None, True
        elif s.startswith(('--?+', '--+', '- ')):
            left = _marked(lines, '-', 0, num_lines)
            for item in _blanks(pending - 1):
                yield item
            pending = 0
            yield left, None, True
        elif s.startswith('-+?'):
            yield (_marked(lines, None, 0, num_lines),
                   _marked(lines, '?', 1, num_lines), True)
        elif s.startswith('-?+'):
            yield (_marked(lines, '?', 0, num_lines),
                   _marked(lines, None, 1, num_lines), True)
        elif s.startswith('-'):
            pending -= 1
            yield _marked(lines, '-', 0, num_lines), None, True
        elif s.startswith('+--'):
            pending += 1
            yield None, _marked(lines, '+', 1, num_lines), True
        elif s.startswith(('+ ', '+-')):
            right = _marked(lines, '+', 1, num_lines)
            for item in _blanks(pending + 1):
                yield item
            pending = 0
            yield None, right, True
        elif s.startswith('+'):
            pending += 1
            yield None, _marked(lines, '+', 1, num_lines), True
        elif s.startswith(' '):
            text = lines[0]
            left = _marked(lines[:], None, 0, num_lines)
            yield left, _marked(lines, None, 1, num_lines), False


def _blanks(pending):
    """Lines that make up for those which one side has more."""
    while pending < 0:
        pending += 1
        yield None, ('', '\n'), True
    while pending > 0:
        pending -= 1
        yield ('', '\n'), None, True


def _mdiff(fromlines, tolines, context=None, linejunk=None,
           charjunk=IS_CHARACTER_JUNK):
    """Yield (from, to, whether they differ); with a context, only so many
    lines around changes, and (None, None, None) between the parts."""
    pairs = _line_pairs(_paired_lines(fromlines, tolines, linejunk, charjunk))
    if context is None:
        for pair in pairs:
            yield pair
        return
    context += 1
    while True:
        # Keep the last lines before the next change.
        ring = [None] * context
        index = 0
        found = False
        while not found:
            pair = next(pairs, None)
            if pair is None:
                return
            found = pair[2]
            ring[index % context] = pair
            index += 1
        if index > context:
            yield None, None, None
            todo = context
        else:
            todo = index
            index = 0
        while todo:
            yield ring[index % context]
            index += 1
            todo -= 1
        # Then the lines after it, and those of changes that are near.
        todo = context - 1
        while todo:
            pair = next(pairs, None)
            if pair is None:
                return
            if pair[2]:
                todo = context - 1
            else:
                todo -= 1
            yield pair


def _line_pairs(line_iterator):
    """Match each line on the left with one on the right."""
    fromlines, tolines = [], []
    for left, right, differ in line_iterator:
        if left is not None:
            fromlines.append((left, differ))
        if right is not None:
            tolines.append((right, differ))
        while fromlines and tolines:
            left, fromdiff = fromlines.pop(0)
            right, todiff = tolines.pop(0)
            yield left, right, fromdiff or todiff


_file_template = """
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"
          "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">

<html>

<head>
    <meta http-equiv="Content-Type"
          content="text/html; charset=ISO-8859-1" />
    <title></title>
    <style type="text/css">%(styles)s
    </style>
</head>

<body>
    %(table)s%(legend)s
</body>

</html>"""

_styles = """
        table.diff {font-family:Courier; border:medium;}
        .diff_header {background-color:#e0e0e0}
        td.diff_header {text-align:right}
        .diff_next {background-color:#c0c0c0}
        .diff_add {background-color:#aaffaa}
        .diff_chg {background-color:#ffff77}
        .diff_sub {background-color:#ffaaaa}"""

_table_template = """
    <table class="diff" id="difflib_chg_%(prefix)s_top"
           cellspacing="0" cellpadding="0" rules="groups" >
        <colgroup></colgroup> <colgroup></colgroup> <colgroup></colgroup>
        <colgroup></colgroup> <colgroup></colgroup> <colgroup></colgroup>
        %(header_row)s
        <tbody>
%(data_rows)s        </tbody>
    </table>"""

_legend = """
    <table class="diff" summary="Legends">
        <tr> <th colspan="2"> Legends </th> </tr>
        <tr> <td> <table border="" summary="Colors">
                      <tr><th> Colors </th> </tr>
                      <tr><td class="diff_add">&nbsp;Added&nbsp;</td></tr>
                      <tr><td class="diff_chg">Changed</td> </tr>
                      <tr><td class="diff_sub">Deleted</td> </tr>
                  </table></td>
             <td> <table border="" summary="Links">
                      <tr><th colspan="2"> Links </th> </tr>
                      <tr><td>(f)irst change</td> </tr>
                      <tr><td>(n)ext change</td> </tr>
                      <tr><td>(t)op</td> </tr>
                  </table></td> </tr>
    </table>"""


class HtmlDiff(object):
    """Makes HTML tables that show two texts side by side."""

    _file_template = _file_template
    _styles = _styles
    _table_template = _table_template
    _legend = _legend
    _default_prefix = 0

    def __init__(self, tabsize=8, wrapcolumn=None, linejunk=None,
                 charjunk=IS_CHARACTER_JUNK):
        self._tabsize = tabsize
        self._wrapcolumn = wrapcolumn
        self._linejunk = linejunk
        self._charjunk = charjunk

    def make_file(self, fromlines, tolines, fromdesc='', todesc='',
                  context=False, numlines=5):
        """Return a whole HTML page."""
        return self._file_template % dict(
            styles=self._styles, legend=self._legend,
            table=self.make_table(fromlines, tolines, fromdesc, todesc,
                                  context=context, numlines=numlines))

    def _tab_newline_replace(self, fromlines, tolines):
        """Expand tabs so that what stood for a tab is still to be seen."""
        def expand_tabs(line):
            # Blanks are set apart while tabs become blanks.
            line = line.replace(' ', '\0')
            line = line.expandtabs(self._tabsize)
            line = line.replace(' ', '\t')
            return line.replace('\0', ' ').rstrip('\n')
        return ([expand_tabs(line) for line in fromlines],
                [expand_tabs(line) for line in tolines])

    def _split_line(self, data_list, line_num, text):
        """Append a line to a list, in parts if it is too long."""
        while True:
            if not line_num:
                # An empty line that makes up for one on the other side.
                data_list.append((line_num, text))
                return
            size = len(text)
            limit = self._wrapcolumn
            if size <= limit or size - text.count('\0') * 3 <= limit:
                data_list.append((line_num, text))
                return
            i = 0
            n = 0
            mark = ''
            while n < limit and i < size:
                if text[i] == '\0':
                    i += 1
                    mark = text[i]
                    i += 1
                elif text[i] == '\1':
                    i += 1
                    mark = ''
                else:
                    i += 1
                    n += 1
            line1 = text[:i]
            line2 = text[i:]
            if mark:
                line1 += '\1'
                line2 = '\0' + mark + line2
            data_list.append((line_num, line1))
            line_num = '>'
            text = line2

    def _line_wrapper(self, diffs):
        """Yield the lines with the long ones split."""
        for fromdata, todata, flag in diffs:
            if flag is None:
                yield fromdata, todata, flag
                continue
            fromlist, tolist = [], []
            self._split_line(fromlist, fromdata[0], fromdata[1])
            self._split_line(tolist, todata[0], todata[1])
            while fromlist or tolist:
                fromdata = fromlist.pop(0) if fromlist else ('', ' ')
                todata = tolist.pop(0) if tolist else ('', ' ')
                yield fromdata, todata, flag

    def _collect_lines(self, diffs):
        """Return (left cells, right cells, whether each differs)."""
        fromlist, tolist, flaglist = [], [], []
        for fromdata, todata, flag in diffs:
            if flag is None:
                # Parts of the files are left out here.
                fromlist.append(None)
                tolist.append(None)
            else:
                fromlist.append(self._format_line(0, flag, *fromdata))
                tolist.append(self._format_line(1, flag, *todata))
            flaglist.append(flag)
        return fromlist, tolist, flaglist

    def _format_line(self, side, flag, linenum, text):
        """Two cells: the number, which is a target of links, and the text."""
        try:
            linenum = '%d' % linenum
            id = ' id="%s%s"' % (self._prefix[side], linenum)
        except TypeError:
            id = ''
        text = text.replace("&", "&amp;").replace(">", "&gt;") \
            .replace("<", "&lt;")
        text = text.replace(' ', '&nbsp;').rstrip()
        return '<td class="diff_header"%s>%s</td>' \
            '<td nowrap="nowrap">%s</td>' % (id, linenum, text)

    def _make_prefix(self):
        """Names for the anchors, new for each table."""
        fromprefix = "from%d_" % HtmlDiff._default_prefix
        toprefix = "to%d_" % HtmlDiff._default_prefix
        HtmlDiff._default_prefix += 1
        self._prefix = [fromprefix, toprefix]

    def _convert_flags(self, fromlist, tolist, flaglist, context, numlines):
        """Make the links from each change to the next."""
        toprefix = self._prefix[1]
        next_id = [''] * len(flaglist)
        next_href = [''] * len(flaglist)
        num_chg, in_change = 0, False
        last = 0
        for i, flag in enumerate(flaglist):
            if flag:
                if not in_change:
                    in_change = True
                    last = i
                    # The target stands some lines before the change.
                    i = max(0, i - numlines)
                    next_id[i] = ' id="difflib_chg_%s_%d"' % (toprefix,
                                                              num_chg)
                    num_chg += 1
                    next_href[last] = '<a href="#difflib_chg_%s_%d">n</a>' % (
                        toprefix, num_chg)
            else:
                in_change = False
        if not flaglist:
            flaglist = [False]
            next_id = ['']
            next_href = ['']
            last = 0
            if context:
                fromlist = ['<td></td><td>&nbsp;No Differences Found&nbsp;'
                            '</td>']
                tolist = fromlist
            else:
                fromlist = tolist = ['<td></td><td>&nbsp;Empty File&nbsp;'
                                     '</td>']
        if not flaglist[0]:
            next_href[0] = '<a href="#difflib_chg_%s_0">f</a>' % toprefix
        next_href[last] = '<a href="#difflib_chg_%s_top">t</a>' % toprefix
        return fromlist, tolist, flaglist, next_href, next_id

    def make_table(self, fromlines, tolines, fromdesc='', todesc='',
                   context=False, numlines=5):
        """Return an HTML table alone."""
        self._make_prefix()
        fromlines, tolines = self._tab_newline_replace(fromlines, tolines)
        context_lines = numlines if context else None
        diffs = _mdiff(fromlines, tolines, context_lines,
                       linejunk=self._linejunk, charjunk=self._charjunk)
        if self._wrapcolumn:
            diffs = self._line_wrapper(diffs)
        fromlist, tolist, flaglist = self._collect_lines(diffs)
        fromlist, tolist, flaglist, next_href, next_id = \
            self._convert_flags(fromlist, tolist, flaglist, context, numlines)
        s = []
        row = '            <tr><td class="diff_next"%s>%s</td>%s' \
            '<td class="diff_next">%s</td>%s</tr>\n'
        for i in range(len(flaglist)):
            if flaglist[i] is None:
                # Parts left out; no such line at the very start.
                if i > 0:
                    s.append('        </tbody>        \n        <tbody>\n')
            else:
                s.append(row % (next_id[i], next_href[i], fromlist[i],
                                next_href[i], tolist[i]))
        if fromdesc or todesc:
            column = '<th class="diff_next"><br /></th>'
            header_row = '<thead><tr>%s%s%s%s</tr></thead>' % (
                column,
                '<th colspan="2" class="diff_header">%s</th>' % fromdesc,
                column,
                '<th colspan="2" class="diff_header">%s</th>' % todesc)
        else:
            header_row = ''
        table = self._table_template % dict(data_rows=''.join(s),
                                            header_row=header_row,
                                            prefix=self._prefix[1])
        return table.replace('\0+', '<span class="diff_add">') \
            .replace('\0-', '<span class="diff_sub">') \
            .replace('\0^', '<span class="diff_chg">') \
            .replace('\1', '</span>').replace('\t', '&nbsp;')


del re
