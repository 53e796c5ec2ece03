"""Text broken into lines of a given width."""

import string
import re

__all__ = ['TextWrapper', 'wrap', 'fill', 'dedent']

try:
    _unicode = unicode
except NameError:
    class _unicode(object):
        pass

# The locale's white space may include the no-break space, which is not ours.
_whitespace = '\t\n\x0b\x0c\r '


class TextWrapper:
    """Wraps paragraphs; each parameter of the constructor is an attribute."""

    whitespace_trans = string.maketrans(_whitespace, ' ' * len(_whitespace))
    unicode_whitespace_trans = dict.fromkeys(map(ord, _whitespace), ord(u' '))

    # A line may break at white space, after the hyphen of a compound word,
    # and around a dash.
    wordsep_re = re.compile(
        r'('
        r'\s+|'
        r'[^\s\w]*\w+[^0-9\W]-(?=\w+[^0-9\W])|'
        r'(?<=[\w\!\"\'\&\.\,\?])-{2,}(?=\w)'
        r')')
    wordsep_simple_re = re.compile(r'(\s+)')
    # A lower-case letter, the mark that ends a sentence, maybe a quote.
    sentence_end_re = re.compile(r'[%s][\.\!\?][\"\']?\Z' % string.lowercase)

    def __init__(self, width=70, initial_indent="", subsequent_indent="",
                 expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True,
                 drop_whitespace=True, break_on_hyphens=True):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        # For unicode text \w and \s mean what Unicode says.
        self.wordsep_re_uni = re.compile(self.wordsep_re.pattern, re.U)
        self.wordsep_simple_re_uni = re.compile(
            self.wordsep_simple_re.pattern, re.U)

    def _munge_whitespace(self, text):
        if self.expand_tabs:
            text = text.expandtabs()
        if self.replace_whitespace:
            if isinstance(text, str):
                text = text.translate(self.whitespace_trans)
            elif isinstance(text, _unicode):
                text = text.translate(self.unicode_whitespace_trans)
        return text

    def _split(self, text):
        """Split into chunks that stay whole: words and the space between."""
        if isinstance(text, _unicode):
            if self.break_on_hyphens:
                pat = self.wordsep_re_uni
            else:
                pat = self.wordsep_simple_re_uni
        elif self.break_on_hyphens:
            pat = self.wordsep_re
        else:
            pat = self.wordsep_simple_re
        return [chunk for chunk in pat.split(text) if chunk]

    def _fix_sentence_endings(self, chunks):
        """Put two blanks after what looks like the end of a sentence."""
        i = 0
        ends = self.sentence_end_re.search
        while i < len(chunks) - 1:
            if chunks[i + 1] == " " and ends(chunks[i]):
                chunks[i + 1] = "  "
                i += 2
            else:
                i += 1

    def _handle_long_word(self, reversed_chunks, cur_line, cur_len, width):
        """Deal with a chunk that no line has room for."""
        space_left = width - cur_len if width >= 1 else 1
        if self.break_long_words:
            word = reversed_chunks[-1]
            cur_line.append(word[:space_left])
            reversed_chunks[-1] = word[space_left:]
        elif not cur_line:
            cur_line.append(reversed_chunks.pop())

    def _wrap_chunks(self, chunks):
        """Fill lines with chunks, as many as go in each."""
        lines = []
        if self.width <= 0:
            raise ValueError("invalid width %r (must be > 0)" % self.width)
        # The next chunk is the last of the list, which is cheap to remove.
        chunks.reverse()
        while chunks:
            cur_line = []
            cur_len = 0
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and chunks[-1].strip() == '' and lines:
                del chunks[-1]
            while chunks:
                n = len(chunks[-1])
                if cur_len + n > width:
                    break
                cur_line.append(chunks.pop())
                cur_len += n
            if chunks and len(chunks[-1]) > width:
                self._handle_long_word(chunks, cur_line, cur_len, width)
            if self.drop_whitespace and cur_line and \
                    cur_line[-1].strip() == '':
                del cur_line[-1]
            if cur_line:
                lines.append(indent + ''.join(cur_line))
        return lines

    def wrap(self, text):
        """Return a list of lines, without newlines."""
        text = self._munge_whitespace(text)
        chunks = self._split(text)
        if self.fix_sentence_endings:
            self._fix_sentence_endings(chunks)
        return self._wrap_chunks(chunks)

    def fill(self, text):
        """Return one string of wrapped lines."""
        return "\n".join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).fill(text)


_whitespace_only_re = re.compile('^[ \t]+$', re.MULTILINE)
_leading_whitespace_re = re.compile('(^[ \t]*)(?:[^ \t\n])', re.MULTILINE)


def dedent(text):
    """Remove the white space that all lines begin with."""
    text = _whitespace_only_re.sub('', text)
    margin = None
    for indent in _leading_whitespace_re.findall(text):
        if margin is None:
            margin = indent
        else:
            n = 0
            limit = min(len(margin), len(indent))
            while n < limit and margin[n] == indent[n]:
                n += 1
            margin = margin[:n]
    if margin:
        text = re.sub(r'(?m)^' + margin, '', text)
    return text
