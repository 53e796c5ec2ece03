"""A parser for XML with a method for each kind of markup, as sgmllib has for
SGML; superseded by xml.sax."""

import _markup_hooks
import re
import string

import warnings
warnings.warn('The xmllib module is obsolete.  Use xml.sax instead.',
              DeprecationWarning, 2)
del warnings

version = '0.3'

_S = r'[ \t\r\n]'
_NAME = r'[a-zA-Z_:][-a-zA-Z0-9._:]*'
_NCNAME = r'[a-zA-Z_][-a-zA-Z0-9._]*'
_QUOTED = r"""(?:'[^']*'|"[^"]*")"""
_PUBLIC = r"""(?:"[-'()+,./:=?;!*#@$_%\sa-zA-Z0-9]*"|""" \
    r"""'[-()+,./:=?;!*#@$_%\sa-zA-Z0-9]*')"""

_mark = re.compile(r'[]&<]')
_unlawful = re.compile(r'[^\t\r\n -~\xa0-\xff]')
_blank = re.compile(_S + r'+\Z')
_name = re.compile(_NAME)
_plain_name = re.compile(_NCNAME + r'\Z')
_attribute = re.compile(
    r'%s+(%s)(?:%s*=%s*(%s|[-a-zA-Z0-9.:+*%%?!()_#=~]+))?'
    % (_S, _NAME, _S, _S, _QUOTED))
_tag_end = re.compile(_S + r'*(/?)>')
_tag_close = re.compile(r"""(?:[^>'"]|%s)*>""" % _QUOTED)
_qualified = re.compile(r'(?:(%s):)?(%s)\Z' % (_NCNAME, _NCNAME))
_namespace = re.compile(r'xmlns(?::(%s))?\Z' % _NCNAME)
_reference = re.compile(
    r'&(?:#(x[0-9a-fA-F]+|[0-9]+)|(%s))([^-a-zA-Z0-9._:])' % _NAME)
_entity = re.compile(r'&(%s)([^-a-zA-Z0-9._:])' % _NAME)
_character = re.compile(r'&#(?:([0-9]+)([^0-9])|'
                        r'(x[0-9a-fA-F]+)([^0-9a-fA-F]))')
_declaration = re.compile(
    r"""<\?xml{S}+version{S}*={S}*(?P<version>{Q})"""
    r"""(?:{S}+encoding{S}*={S}*(?P<encoding>'{E}'|"{E}"))?"""
    r"""(?:{S}+standalone{S}*={S}*(?P<standalone>"""
    r"""'(?:yes|no)'|"(?:yes|no)"))?{S}*\?>"""
    .format(S=_S, Q=_QUOTED, E='[A-Za-z][-A-Za-z0-9._]*'))
_doctype = re.compile(
    r'<!DOCTYPE{S}+(?P<name>{N})(?:{S}+(?:SYSTEM|PUBLIC{S}+(?P<public>{P}))'
    r'{S}+(?P<system>{Q}))?{S}*'
    .format(S=_S, N=_NAME, P=_PUBLIC, Q=_QUOTED))

_to_blanks = string.maketrans('\t\r\n', '   ')
_MORE = -1


class Error(RuntimeError):
    pass


class XMLParser(_markup_hooks.Hooks):
    """Calls a method for what it finds in the text given to feed().

    Elements: start_NAME() and end_NAME(), or those in `elements`, else
    unknown_starttag() and unknown_endtag().  `attributes` has by element's
    name the attributes that are known, with their defaults."""

    attributes = {}
    elements = {}
    entitydefs = {'lt': '&#60;', 'gt': '&#62;', 'amp': '&#38;',
                  'quot': '&#34;', 'apos': '&#39;'}

    # What is forgiven, and names in upper case.
    __accept_unquoted_attributes = 0
    __accept_missing_endtag_name = 0
    __map_case = 0
    __accept_utf8 = 0
    __translate_attribute_references = 1

    def __init__(self, **kw):
        self.__fixed = 0
        for name in ('accept_unquoted_attributes',
                     'accept_missing_endtag_name', 'map_case', 'accept_utf8',
                     'translate_attribute_references'):
            if name in kw:
                setattr(self, '_XMLParser__' + name, kw[name])
        self.reset()

    def __fixelements(self):
        """Fills `elements` from the methods of the object and its class."""
        self.__fixed = 1
        self.elements = {}
        self.__fixdict(self.__dict__)
        self.__fixclass(self.__class__)

    def __fixclass(self, kl):
        self.__fixdict(kl.__dict__)
        for k in kl.__bases__:
            self.__fixclass(k)

    def __fixdict(self, dict):
        for key in dict.keys():
            if key[:6] == 'start_':
                tag, place = key[6:], 0
            elif key[:4] == 'end_':
                tag, place = key[4:], 1
            else:
                continue
            pair = list(self.elements.get(tag, (None, None)))
            if pair[place] is None:
                pair[place] = getattr(self, key)
            self.elements[tag] = tuple(pair)

    def reset(self):
        """Forgets all that was fed."""
        self.rawdata = ''
        self.stack = []  # of (resolved name, namespaces, name)
        self.nomoretags = 0
        self.literal = 0
        self.lineno = 1
        self.__at_start = 1
        self.__seen_doctype = None
        self.__seen_starttag = 0
        self.__use_namespaces = 0
        self.__namespaces = {'xml': None}
        if self.elements is XMLParser.elements:
            self.__fixelements()

    def setnomoretags(self):
        """All that follows is data."""
        self.nomoretags = self.literal = 1

    def setliteral(self, *args):
        """What follows is data, up to an end tag."""
        self.literal = 1

    def feed(self, data):
        """Parses a text, as far as it is complete."""
        self.rawdata = self.rawdata + data
        self.goahead(0)

    def close(self):
        """The text ends here."""
        self.goahead(1)
        if self.__fixed:
            self.__fixed = 0
            del self.elements

    def goahead(self, end):
        """Takes what can be taken."""
        while True:
            self.__take_all()
            if not end or not self.rawdata:
                break
            # What waits for more is data.
            first = self.rawdata[0]
            self.syntax_error("bogus `%s'" % first)
            if not self.__accept_utf8 and _unlawful.search(first):
                self.syntax_error('illegal character in content')
            self.handle_data(first)
            self.lineno += first.count('\n')
            self.rawdata = self.rawdata[1:]
        if end:
            if not self.__seen_starttag:
                self.syntax_error('no elements in file')
            if self.stack:
                self.syntax_error('missing end tags')
                while self.stack:
                    self.finish_endtag(self.stack[-1][0])

    def __take_all(self):
        """Takes tokens until one is not complete."""
        i = 0
        while i < len(self.rawdata):
            i = self.__take_data(i)
            if i == len(self.rawdata):
                break
            length = len(self.rawdata)
            k = self.__take_markup(i)
            if k == _MORE:
                break
            if k < 0:
                # An entity: its text stands in its place.
                i = length = 0
                continue
            self.lineno += self.rawdata.count('\n', i, k)
            self.__at_start = 0
            i = k
        self.rawdata = self.rawdata[i:]

    def __take_data(self, i):
        """Takes data from i on: where markup begins."""
        text = self.rawdata
        if self.nomoretags:
            j = len(text)
        else:
            found = _mark.search(text, i)
            j = found.start() if found else len(text)
        if i == j:
            return j
        data = text[i:j]
        if self.nomoretags:
            self.handle_data(data)
            self.lineno += data.count('\n')
            return j
        if self.__at_start and not _blank.match(data):
            self.syntax_error('illegal data at start of file')
        self.__at_start = 0
        if not self.stack and not _blank.match(data):
            self.syntax_error('data not in content')
        if not self.__accept_utf8 and _unlawful.search(data):
            self.syntax_error('illegal character in content')
        self.handle_data(data)
        self.lineno += data.count('\n')
        return j

    def __take_markup(self, i):
        """What begins with `<', `&' or `]': its end, _MORE, or less for an
        entity."""
        text = self.rawdata
        first = text[i]
        if first == '<':
            return self.__take_angle(i)
        if self.literal:
            self.handle_data(first)
            return i + 1
        if first == '&':
            if text.startswith('&#', i):
                return self.__take_character(i)
            return self.__take_entity(i)
        if len(text) - i < 3:
            return _MORE
        if text.startswith(']]>', i):
            self.syntax_error("bogus `]]>'")
        self.handle_data(first)
        return i + 1

    def __take_angle(self, i):
        text = self.rawdata
        if text.startswith('</', i):
            return self.parse_endtag(i)
        if _name.match(text, i + 1):
            if self.literal:
                self.handle_data('<')
                return i + 1
            k = self.parse_starttag(i)
            if k >= 0:
                self.__seen_starttag = 1
            return k
        if self.literal:
            self.handle_data('<')
            return i + 1
        if text.startswith('<!--', i):
            return self.parse_comment(i)
        if text.startswith('<![CDATA[', i):
            return self.parse_cdata(i)
        declaration = _declaration.match(text, i)
        if declaration:
            return self.__take_declaration(declaration)
        if text.startswith('<?', i):
            return self.parse_proc(i)
        doctype = _doctype.match(text, i)
        if doctype:
            return self.__take_doctype(doctype)
        return _MORE

    def __take_declaration(self, found):
        if not self.__at_start:
            self.syntax_error('<?xml?> declaration not at start of document')
        number, encoding, standalone = found.group('version', 'encoding',
                                                   'standalone')
        if number[1:-1] != '1.0':
            raise Error('only XML version 1.0 supported')
        self.handle_xml(encoding and encoding[1:-1],
                        standalone and standalone[1:-1])
        return found.end()

    def __take_doctype(self, found):
        if self.literal:
            self.handle_data('<')
            return found.start() + 1
        if self.__seen_doctype:
            self.syntax_error('multiple DOCTYPE elements')
        if self.__seen_starttag:
            self.syntax_error('DOCTYPE not at beginning of document')
        k = self.parse_doctype(found)
        if k >= 0:
            self.__seen_doctype = found.group('name')
            if self.__map_case:
                self.__seen_doctype = self.__seen_doctype.lower()
        return k

    def __take_character(self, i):
        found = _character.match(self.rawdata, i)
        if not found:
            return _MORE
        end = found.end()
        if self.rawdata[end - 1] != ';':
            self.syntax_error("`;' missing in charref")
            end -= 1
        if not self.stack:
            self.syntax_error('data not in content')
        self.handle_charref(found.group(1) or found.group(3))
        return end

    def __take_entity(self, i):
        found = _entity.match(self.rawdata, i)
        if not found:
            return _MORE
        end = found.end()
        if found.group(2) != ';':
            self.syntax_error("`;' missing in entityref")
            end -= 1
        name = found.group(1)
        if self.__map_case:
            name = name.lower()
        if name not in self.entitydefs:
            self.unknown_entityref(name)
            return end
        self.rawdata = self.entitydefs[name] + self.rawdata[end:]
        return _MORE - 1

    # --- markup: parse_X(start) returns its end, or -1 ---------------------

    def parse_comment(self, i):
        """<!-- ... -->"""
        text = self.rawdata
        if not text.startswith('<!--', i):
            raise Error('unexpected call to handle_comment')
        end = text.find('-->', i + 4)
        if end < 0:
            return _MORE
        if '--' in text[i + 4:end]:
            self.syntax_error("`--' inside comment")
        if text[end - 1] == '-':
            self.syntax_error('comment cannot end in three dashes')
        if not self.__accept_utf8 and _unlawful.search(text, i + 4, end):
            self.syntax_error('illegal character in comment')
        self.handle_comment(text[i + 4:end])
        return end + 3

    def parse_doctype(self, res):
        """<!DOCTYPE ...>; res: the match of its beginning."""
        text = self.rawdata
        name = res.group('name')
        if self.__map_case:
            name = name.lower()
        public, system = res.group('public', 'system')
        if public is not None:
            public = ' '.join(public[1:-1].split())
        if system is not None:
            system = system[1:-1]
        start = j = k = res.end()
        if k >= len(text):
            return _MORE
        inner = None
        if text[k] == '[':
            k = self.__end_of_subset(k + 1)
            if k == _MORE:
                return _MORE
            inner = text[start + 1:k]
            j = k = k + 1
        closed = re.compile(_S + '*>').match(text, j)
        if not closed:
            closed = _tag_close.match(text, j)
            if not closed:
                return _MORE
            self.syntax_error('garbage in DOCTYPE')
        self.handle_doctype(name, public, system, inner)
        return closed.end()

    def __end_of_subset(self, k):
        """Where the `]' of declarations stands: outside of quotes and of
        other brackets."""
        text = self.rawdata
        depth = 0
        quote = ''
        while k < len(text):
            c = text[k]
            if quote:
                if c == quote:
                    quote = ''
            elif c in '"\'':
                quote = c
            elif depth == 0 and c == ']':
                return k
            elif c == '<':
                depth += 1
            elif c == '>':
                depth -= 1
            k += 1
        return _MORE

    def parse_cdata(self, i):
        """<![CDATA[ ... ]]>"""
        text = self.rawdata
        if not text.startswith('<![CDATA[', i):
            raise Error('unexpected call to parse_cdata')
        end = text.find(']]>', i + 9)
        if end < 0:
            return _MORE
        if not self.__accept_utf8 and _unlawful.search(text, i + 9, end):
            self.syntax_error('illegal character in CDATA')
        if not self.stack:
            self.syntax_error('CDATA not in content')
        self.handle_cdata(text[i + 9:end])
        return end + 3

    # What <?xml:namespace ...?> may say.
    __xml_namespace_attributes = {'ns': None, 'src': None, 'prefix': None}

    def parse_proc(self, i):
        """<?NAME ...?>"""
        text = self.rawdata
        end = text.find('?>', i)
        if end < 0:
            return _MORE
        if not self.__accept_utf8 and _unlawful.search(text, i + 2, end):
            self.syntax_error('illegal character in processing instruction')
        found = _name.match(text, i + 2)
        if not found:
            raise Error('unexpected call to parse_proc')
        k = found.end()
        name = found.group()
        if self.__map_case:
            name = name.lower()
        if name == 'xml:namespace':
            self.syntax_error('old-fashioned namespace declaration')
            self.__use_namespaces = -1
            if self.__seen_doctype or self.__seen_starttag:
                self.syntax_error('xml:namespace declaration too late in '
                                  'document')
            self.__old_namespace(k, end)
        else:
            if name.find('xml:') != 0 and name.lower() == 'xml':
                self.syntax_error('illegal processing instruction target '
                                  'name')
            self.handle_proc(name, text[k:end].rstrip(' \t\r\n'))
        return end + 2

    def __old_namespace(self, k, end):
        attributes, namespaces, k = self.parse_attributes('xml:namespace', k,
                                                          end)
        for name in attributes:
            if name not in self.__xml_namespace_attributes:
                self.syntax_error("unknown attribute `%s' in xml:namespace "
                                  'tag' % name)
        prefix = attributes.get('prefix')
        if attributes.get('ns') is None or prefix is None:
            self.syntax_error('xml:namespace without required attributes')
        if not _plain_name.match(prefix):
            self.syntax_error('xml:namespace illegal prefix value')
            return
        if prefix in self.__namespaces:
            self.syntax_error('xml:namespace prefix not unique')
        self.__namespaces[prefix] = attributes['ns']

    def parse_attributes(self, tag, i, j):
        """(attributes, namespaces, end of them) of the text from i to j."""
        text = self.rawdata
        attributes = {}
        namespaces = {}
        while i < j:
            found = _attribute.match(text, i)
            if not found:
                break
            name, value = found.group(1, 2)
            if self.__map_case:
                name = name.lower()
            i = found.end()
            value = self.__attribute_value(name, value)
            prefix = _namespace.match(name)
            if prefix:
                namespaces[prefix.group(1) or ''] = value or None
                if not self.__use_namespaces:
                    self.__use_namespaces = len(self.stack) + 1
                continue
            if '<' in value:
                self.syntax_error("`<' illegal in attribute value")
            if name in attributes:
                self.syntax_error("attribute `%s' specified twice" % name)
            value = value.translate(_to_blanks)
            if self.__translate_attribute_references:
                value = self.translate_references(value)
            attributes[name] = value
        return attributes, namespaces, i

    def __attribute_value(self, name, value):
        if value is None:
            self.syntax_error("no value specified for attribute `%s'" % name)
            return name
        if value[:1] == value[-1:] and value[:1] in ('"', "'"):
            return value[1:-1]
        if not self.__accept_unquoted_attributes:
            self.syntax_error("attribute `%s' value not quoted" % name)
        return value

    def parse_starttag(self, i):
        """<NAME attributes>"""
        text = self.rawdata
        closed = _tag_close.match(text, i + 1)
        if not closed:
            return _MORE
        name = nstag = tagname = _name.match(text, i + 1).group()
        if self.__map_case:
            name = nstag = tagname = name.lower()
        start = i + 1 + len(name)
        stop = start
        while stop < len(text):
            found = _attribute.match(text, stop)
            if not found:
                break
            stop = found.end()
        ended = _tag_end.match(text, stop)
        if not ended:
            self.syntax_error('garbage in starttag')
            return closed.end()
        if not self.stack and self.__seen_starttag:
            self.syntax_error('multiple elements on top level')
        attributes, namespaces, k = self.parse_attributes(name, start, stop)
        self.stack.append((name, namespaces, name))
        if self.__use_namespaces:
            found = _qualified.match(name)
        else:
            found = None
        if found:
            nstag, tagname = self.__resolve_tag(name, found)
        written = {}
        if self.__use_namespaces:
            attributes, written = self.__resolve_attributes(attributes)
        self.__check_attributes(nstag, tagname, attributes, written)
        method = self.elements.get(nstag, (None, None))[0]
        self.finish_starttag(nstag, attributes, method)
        if ended.group(1):
            self.finish_endtag(nstag)
        return ended.end()

    def __resolve_tag(self, name, found):
        """The tag with its namespace, and how messages call it."""
        prefix, local = found.groups()
        space = self.__space_of(prefix or '')
        nstag = name
        if space is not None:
            nstag = space + ' ' + local
        elif prefix is not None and prefix not in self.__namespaces:
            nstag = prefix + ':' + local
        elif prefix is None:
            nstag = local
        self.stack[-1] = nstag, self.stack[-1][1], name
        return nstag, name

    def __resolve_attributes(self, attributes):
        """The attributes with their namespaces, and as they were written."""
        resolved = {}
        written = {}
        for name, value in attributes.items():
            key = name
            found = _qualified.match(key)
            if found and found.group(1) is not None:
                space = self.__space_of(found.group(1))
                if space is not None:
                    key = space + ' ' + found.group(2)
            resolved[key] = value
            written[key] = name
        return resolved, written

    def __check_attributes(self, nstag, tagname, attributes, written):
        known = self.attributes.get(nstag)
        if known is None:
            return
        for key in attributes.keys():
            if key not in known:
                self.syntax_error("unknown attribute `%s' in tag `%s'"
                                  % (written.get(key, key), tagname))
        for key, value in known.items():
            if value is not None and key not in attributes:
                attributes[key] = value

    def __space_of(self, prefix):
        """The namespace that a prefix stands for here, or None."""
        for name, namespaces, original in reversed(self.stack):
            if prefix in namespaces:
                return namespaces[prefix]
        return self.__namespaces.get(prefix)

    def getnamespace(self):
        """The default namespace here."""
        for name, namespaces, original in reversed(self.stack):
            if '' in namespaces:
                return namespaces['']
        return None

    def parse_endtag(self, i):
        """</NAME>"""
        text = self.rawdata
        end = text.find('>', i + 1)
        if end < 0:
            return _MORE
        found = _name.match(text, i + 2)
        if not found:
            if self.literal:
                self.handle_data(text[i])
                return i + 1
            if not self.__accept_missing_endtag_name:
                self.syntax_error('no name specified in end tag')
            tag = self.stack[-1][0] if self.stack else None
            k = i + 2
        else:
            tag = found.group()
            if self.__map_case:
                tag = tag.lower()
            if self.literal and (not self.stack or
                                 tag != self.stack[-1][2]):
                self.handle_data(text[i])
                return i + 1
            k = found.end()
            tag = self.__open_tag(tag)
        if text[k:end].strip(' \t\r\n'):
            self.syntax_error('garbage in end tag')
        self.finish_endtag(tag)
        return end + 1

    def __open_tag(self, tag):
        """The resolved name of the innermost open element of a name."""
        for nstag, namespaces, name in reversed(self.stack):
            if name == tag:
                return nstag
        return tag

    def finish_starttag(self, tagname, attrdict, method):
        """An element begins."""
        if method is not None:
            self.handle_starttag(tagname, method, attrdict)
        else:
            self.unknown_starttag(tagname, attrdict)

    def finish_endtag(self, tag):
        """An element ends, and so do those in it that are still open."""
        self.literal = 0
        if not tag:
            self.syntax_error('name-less end tag')
            found = len(self.stack) - 1
            if found < 0:
                self.unknown_endtag(tag)
                return
        else:
            found = -1
            for i in range(len(self.stack)):
                if tag == self.stack[i][0]:
                    found = i
            if found == -1:
                self.syntax_error('unopened end tag')
                return
        while len(self.stack) > found:
            if found < len(self.stack) - 1:
                self.syntax_error('missing close tag for %s'
                                  % self.stack[-1][0])
            tag = self.stack[-1][0]
            method = self.elements.get(tag, (None, None))[1]
            if method is not None:
                self.handle_endtag(tag, method)
            else:
                self.unknown_endtag(tag)
            if self.__use_namespaces == len(self.stack):
                self.__use_namespaces = 0
            del self.stack[-1]

    def translate_references(self, data, all=1):
        """An attribute's value with its references replaced; only those to
        characters if `all` is false."""
        if not self.__translate_attribute_references:
            return data
        i = 0
        while True:
            i = data.find('&', i)
            if i < 0:
                return data
            found = _reference.match(data, i)
            if not found:
                self.syntax_error("bogus `&'")
                i += 1
                continue
            number, name, after = found.groups()
            if number is not None:
                number = (int(number[1:], 16) if number[0] == 'x'
                          else int(number))
                end = found.end()
                if after != ';':
                    self.syntax_error("`;' missing after char reference")
                    end -= 1
                data = data[:i] + chr(number) + data[end:]
                i += 1
            elif all and name in self.entitydefs:
                text = self.translate_references(self.entitydefs[name])
                data = data[:i] + text + data[found.end():]
                i += len(text)
            elif all:
                self.syntax_error("reference to unknown entity `&%s;'"
                                  % name)
                i += 1
            else:
                i += 1

    # --- to be overridden --------------------------------------------------

    def handle_xml(self, encoding, standalone):
        pass

    def handle_doctype(self, tag, pubid, syslit, data):
        pass

    def handle_charref(self, name):
        """&#NAME;"""
        try:
            n = int(name[1:], 16) if name[0] == 'x' else int(name)
        except ValueError:
            self.unknown_charref(name)
            return
        if not 0 <= n <= 255:
            self.unknown_charref(name)
            return
        self.handle_data(chr(n))

    def handle_cdata(self, data):
        pass

    def handle_proc(self, name, data):
        pass

    def syntax_error(self, message):
        """Something is wrong: raises Error, unless overridden."""
        raise Error('Syntax error at line %d: %s' % (self.lineno, message))

    def unknown_entityref(self, name):
        self.syntax_error("reference to unknown entity `&%s;'" % name)


class TestXMLParser(XMLParser):
    """Prints what it finds."""

    def __init__(self, **kw):
        self.testdata = ''
        XMLParser.__init__(self, **kw)

    def flush(self):
        data, self.testdata = self.testdata, ''
        if data:
            print 'data:', repr(data)

    def handle_xml(self, encoding, standalone):
        self.flush()
        print 'xml: encoding =', encoding, 'standalone =', standalone

    def handle_doctype(self, tag, pubid, syslit, data):
        self.flush()
        print 'DOCTYPE:', tag, repr(data)

    def handle_data(self, data):
        self.testdata = self.testdata + data
        if len(repr(self.testdata)) >= 70:
            self.flush()

    def handle_cdata(self, data):
        self.flush()
        print 'cdata:', repr(data)

    def handle_proc(self, name, data):
        self.flush()
        print 'processing:', name, repr(data)

    def handle_comment(self, data):
        self.flush()
        text = repr(data)
        if len(text) > 68:
            text = text[:32] + '...' + text[-32:]
        print 'comment:', text

    def syntax_error(self, message):
        print 'error at line %d:' % self.lineno, message

    def unknown_starttag(self, tag, attrs):
        self.flush()
        if not attrs:
            print 'start tag: <' + tag + '>'
        else:
            print 'start tag: <' + tag,
            for name, value in attrs.items():
                print name + '="' + value + '"',
            print '>'

    def unknown_endtag(self, tag):
        self.flush()
        print 'end tag: </' + tag + '>'

    def unknown_entityref(self, ref):
        self.flush()
        print '*** unknown entity ref: &' + ref + ';'

    def unknown_charref(self, ref):
        self.flush()
        print '*** unknown char ref: &#' + ref + ';'

    def close(self):
        XMLParser.close(self)
        self.flush()
