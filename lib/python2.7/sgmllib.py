"""A parser of SGML as HTML uses it: calls start_TAG, do_TAG and end_TAG of
its subclass, and handle_data()."""
from warnings import warnpy3k
warnpy3k('the sgmllib module has been removed in Python 3.0', stacklevel=2)
del warnpy3k

import _markup_hooks
import markupbase
import re

__all__ = ['SGMLParser', 'SGMLParseError']

interesting = re.compile('[&<]')
# What may go on in the next piece.
incomplete = re.compile('&([a-zA-Z][a-zA-Z0-9]*|#[0-9]*)?|'
                        '<([a-zA-Z][^<>]*|/([a-zA-Z][^<>]*)?|![^<>]*)?')
entityref = re.compile('&([a-zA-Z][-.a-zA-Z0-9]*)[^a-zA-Z0-9]')
charref = re.compile('&#([0-9]+)[^0-9]')
starttagopen = re.compile('<[>a-zA-Z]')
shorttagopen = re.compile('<[a-zA-Z][-.a-zA-Z0-9]*/')
shorttag = re.compile('<([a-zA-Z][-.a-zA-Z0-9]*)/([^/]*)/')
piclose = re.compile('>')
endbracket = re.compile('[<>]')
tagfind = re.compile('[a-zA-Z][-_.a-zA-Z0-9]*')
attrfind = re.compile(
    r'\s*([a-zA-Z_][-:.a-zA-Z_0-9]*)(\s*=\s*'
    r'(\'[^\']*\'|"[^"]*"|[][\-a-zA-Z0-9./,:;+*%?!&$\(\)_#=~\'"@]*))?')


class SGMLParseError(RuntimeError):
    """Markup that cannot be parsed."""


class SGMLParser(markupbase.ParserBase, _markup_hooks.Hooks):
    """feed() it, then close()."""

    entity_or_charref = re.compile('&(?:([a-zA-Z][-.a-zA-Z0-9]*)|#([0-9]+))'
                                   '(;?)')
    _decl_otherchars = '='

    entitydefs = {'lt': '<', 'gt': '>', 'amp': '&', 'quot': '"',
                  'apos': '\''}

    def __init__(self, verbose=0):
        self.verbose = verbose
        self.reset()

    def reset(self):
        """Forgets everything."""
        self.__starttag_text = None
        self.rawdata = ''
        self.stack = []
        self.lasttag = '???'
        self.nomoretags = 0
        self.literal = 0
        markupbase.ParserBase.reset(self)

    def setnomoretags(self):
        """From here on all is text."""
        self.nomoretags = self.literal = 1

    def setliteral(self, *args):
        """Up to the next end tag all is text."""
        self.literal = 1

    def feed(self, data):
        """Parses a piece, as far as it is complete."""
        self.rawdata += data
        self.goahead(0)

    def close(self):
        """What is left is text."""
        self.goahead(1)

    def error(self, message):
        raise SGMLParseError(message)

    def goahead(self, end):
        """Parses what is there; end: there will be no more."""
        i, n = 0, len(self.rawdata)
        while i < n:
            if self.nomoretags:
                self.handle_data(self.rawdata[i:n])
                i = n
                break
            m = interesting.search(self.rawdata, i)
            j = m.start() if m else n
            if i < j:
                self.handle_data(self.rawdata[i:j])
            i = j
            if i == n:
                break
            if self.rawdata[i] == '<':
                k = self._markup(i, n)
            else:
                k = self._reference(i)
            if k is None:
                k = self._incomplete(i, n)
            if k < 0:
                break
            i = k
        if end and i < n:
            self.handle_data(self.rawdata[i:n])
            i = n
        self.rawdata = self.rawdata[i:]

    def _text(self, i):
        """The character is text after all."""
        self.handle_data(self.rawdata[i])
        return i + 1

    # The next ones give the place behind what they parsed, -1 if that is
    # not complete, None if it is none.

    def _markup(self, i, n):
        data = self.rawdata
        if starttagopen.match(data, i):
            return self._text(i) if self.literal else self.parse_starttag(i)
        if data.startswith('</', i):
            k = self.parse_endtag(i)
            if k >= 0:
                self.literal = 0
            return k
        if self.literal:
            return self._text(i) if n > i + 1 else -1
        if data.startswith('<!--', i):
            return self.parse_comment(i)
        if data.startswith('<?', i):
            k = self.parse_pi(i)
            return k if k < 0 else i + k
        if data.startswith('<!', i):
            return self.parse_declaration(i)
        return None

    def _reference(self, i):
        if self.literal:
            return self._text(i)
        for pattern, handle in ((charref, self.handle_charref),
                                (entityref, self.handle_entityref)):
            m = pattern.match(self.rawdata, i)
            if m:
                handle(m.group(1))
                k = m.end(0)
                return k if self.rawdata[k - 1] == ';' else k - 1
        return None

    def _incomplete(self, i, n):
        m = incomplete.match(self.rawdata, i)
        if not m:
            return self._text(i)
        j = m.end(0)
        if j == n:
            return -1
        self.handle_data(self.rawdata[i:j])
        return j

    def parse_pi(self, i):
        """A processing instruction; its length, -1: not complete."""
        if self.rawdata[i:i + 2] != '<?':
            self.error('unexpected call to parse_pi()')
        m = piclose.search(self.rawdata, i + 2)
        if not m:
            return -1
        self.handle_pi(self.rawdata[i + 2:m.start(0)])
        return m.end(0) - i

    def get_starttag_text(self):
        """The start tag as it stands."""
        return self.__starttag_text

    def parse_starttag(self, i):
        """A start tag; the place behind it, -1: not complete."""
        self.__starttag_text = None
        data = self.rawdata
        if shorttagopen.match(data, i):
            m = shorttag.match(data, i)
            if not m:
                return -1
            self.__starttag_text = '<%s/' % m.group(1)
            k = m.end(0)
            self.finish_shorttag(m.group(1).lower(), m.group(2))
            self.__starttag_text = data[i:m.end(1) + 1]
            return k
        m = endbracket.search(data, i + 1)
        if not m:
            return -1
        j = m.start(0)
        if data[i:i + 2] == '<>':
            # The empty tag repeats the last one.
            k, tag = j, self.lasttag
        else:
            m = tagfind.match(data, i + 1)
            if not m:
                self.error('unexpected call to parse_starttag')
            k = m.end(0)
            self.lasttag = tag = data[i + 1:k].lower()
        attrs = self._attributes(k, j)
        if data[j] == '>':
            j += 1
        self.__starttag_text = data[i:j]
        self.finish_starttag(tag, attrs)
        return j

    def _attributes(self, k, j):
        attrs = []
        while k < j:
            m = attrfind.match(self.rawdata, k)
            if not m:
                break
            name, rest, value = m.group(1, 2, 3)
            if not rest:
                value = name
            else:
                if value[:1] in ("'", '"') and value[:1] == value[-1:]:
                    value = value[1:-1]
                value = self.entity_or_charref.sub(self._convert_ref, value)
            attrs.append((name.lower(), value))
            k = m.end(0)
        return attrs

    def _convert_ref(self, match):
        name, number, semicolon = match.groups()
        if number:
            return self.convert_charref(number) or \
                '&#%s%s' % (number, semicolon)
        if semicolon:
            return self.convert_entityref(name) or '&%s;' % name
        return '&' + name

    def parse_endtag(self, i):
        m = endbracket.search(self.rawdata, i + 1)
        if not m:
            return -1
        j = m.start(0)
        tag = self.rawdata[i + 2:j].strip().lower()
        if self.rawdata[j] == '>':
            j += 1
        self.finish_endtag(tag)
        return j

    def finish_shorttag(self, tag, data):
        """<tag/data/"""
        self.finish_starttag(tag, [])
        self.handle_data(data)
        self.finish_endtag(tag)

    def finish_starttag(self, tag, attrs):
        """Calls the method for a start tag: -1 there is none, 0 it needs no
        end tag, 1 it does."""
        method = getattr(self, 'start_' + tag, None)
        if method is not None:
            self.stack.append(tag)
            self.handle_starttag(tag, method, attrs)
            return 1
        method = getattr(self, 'do_' + tag, None)
        if method is not None:
            self.handle_starttag(tag, method, attrs)
            return 0
        self.unknown_starttag(tag, attrs)
        return -1

    def finish_endtag(self, tag):
        """Ends all elements from the innermost of that tag on; the empty tag
        ends the innermost one."""
        if not tag:
            found = len(self.stack) - 1
            if found < 0:
                self.unknown_endtag(tag)
                return
        elif tag not in self.stack:
            if hasattr(self, 'end_' + tag):
                self.report_unbalanced(tag)
            else:
                self.unknown_endtag(tag)
            return
        else:
            found = len(self.stack) - 1
            while self.stack[found] != tag:
                found -= 1
        while len(self.stack) > found:
            tag = self.stack[-1]
            method = getattr(self, 'end_' + tag, None)
            if method:
                self.handle_endtag(tag, method)
            else:
                self.unknown_endtag(tag)
            del self.stack[-1]

    def report_unbalanced(self, tag):
        if self.verbose:
            print '*** Unbalanced </' + tag + '>'
            print '*** Stack:', self.stack

    def convert_charref(self, name):
        """The text for a number, or None."""
        try:
            n = int(name)
        except ValueError:
            return None
        return self.convert_codepoint(n) if 0 <= n <= 127 else None

    def convert_codepoint(self, codepoint):
        return chr(codepoint)

    def handle_charref(self, name):
        text = self.convert_charref(name)
        if text is None:
            self.unknown_charref(name)
        else:
            self.handle_data(text)

    def convert_entityref(self, name):
        """The text for an entity's name, or None."""
        return self.entitydefs.get(name)

    def handle_entityref(self, name):
        text = self.convert_entityref(name)
        if text is None:
            self.unknown_entityref(name)
        else:
            self.handle_data(text)

    # For subclasses.

    def handle_decl(self, decl):
        pass

    def handle_pi(self, data):
        pass

    def unknown_entityref(self, ref):
        pass


class TestSGMLParser(SGMLParser):
    """Prints what it finds."""

    def __init__(self, verbose=0):
        self.testdata = ''
        SGMLParser.__init__(self, verbose)

    def handle_data(self, data):
        self.testdata += data
        if len(repr(self.testdata)) >= 70:
            self.flush()

    def flush(self):
        data, self.testdata = self.testdata, ''
        if data:
            print 'data:', repr(data)

    def handle_comment(self, data):
        self.flush()
        text = repr(data)
        if len(text) > 68:
            text = text[:32] + '...' + text[-32:]
        print 'comment:', text

    def unknown_starttag(self, tag, attrs):
        self.flush()
        words = ['%s="%s"' % attr for attr in attrs]
        if words:
            print 'start tag: <' + tag, ' '.join(words), '>'
        else:
            print 'start tag: <' + tag + '>'

    def unknown_endtag(self, tag):
        self.flush()
        print 'end tag: </' + tag + '>'

    def unknown_entityref(self, ref):
        self.flush()
        print '*** unknown entity ref: &' + ref + ';'

    def unknown_charref(self, ref):
        self.flush()
        print '*** unknown char ref: &#' + ref + ';'

    def unknown_decl(self, data):
        self.flush()
        print '*** unknown decl: [' + data + ']'

    def close(self):
        SGMLParser.close(self)
        self.flush()
