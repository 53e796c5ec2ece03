"""A parser of HTML 2 that drives a formatter."""
from warnings import warnpy3k
warnpy3k('the htmllib module has been removed in Python 3.0', stacklevel=2)
del warnpy3k

import sgmllib

from formatter import AS_IS

__all__ = ['HTMLParser', 'HTMLParseError']


class HTMLParseError(sgmllib.SGMLParseError):
    """HTML that cannot be parsed."""


class HTMLParser(sgmllib.SGMLParser):
    """Calls a formatter for each element; anchorlist has the links."""

    from htmlentitydefs import entitydefs

    def __init__(self, formatter, verbose=0):
        sgmllib.SGMLParser.__init__(self, verbose)
        self.formatter = formatter

    def error(self, message):
        raise HTMLParseError(message)

    def reset(self):
        sgmllib.SGMLParser.reset(self)
        self.savedata = None
        self.isindex = 0
        self.title = None
        self.base = None
        self.anchor = None
        self.anchorlist = []
        self.nofill = 0
        self.list_stack = []  # [kind, label, number of items]

    def handle_data(self, data):
        if self.savedata is not None:
            self.savedata += data
        elif self.nofill:
            self.formatter.add_literal_data(data)
        else:
            self.formatter.add_flowing_data(data)

    def save_bgn(self):
        """From here on text is kept back."""
        self.savedata = ''

    def save_end(self):
        """What was kept back."""
        data = self.savedata
        self.savedata = None
        return data if self.nofill else ' '.join(data.split())

    def anchor_bgn(self, href, name, type):
        self.anchor = href
        if href:
            self.anchorlist.append(href)

    def anchor_end(self):
        """The link's number, as text."""
        if self.anchor:
            self.handle_data('[%d]' % len(self.anchorlist))
            self.anchor = None

    def handle_image(self, src, alt, *args):
        self.handle_data(alt)

    def unknown_starttag(self, tag, attrs):
        pass

    def unknown_endtag(self, tag):
        pass

    # --- the document and its head ---

    def _ignore(self, attrs=None):
        pass

    start_html = start_head = start_body = _ignore
    end_html = end_head = end_body = _ignore
    do_link = do_meta = do_nextid = _ignore

    def start_title(self, attrs):
        self.save_bgn()

    def end_title(self):
        self.title = self.save_end()

    def do_base(self, attrs):
        self.base = dict(attrs).get('href', self.base)

    def do_isindex(self, attrs):
        self.isindex = 1

    # --- paragraphs ---

    def _heading(self, name):
        self.formatter.end_paragraph(1)
        self.formatter.push_font((name, 0, 1, 0))

    def start_h1(self, attrs):
        self._heading('h1')

    def start_h2(self, attrs):
        self._heading('h2')

    def start_h3(self, attrs):
        self._heading('h3')

    def start_h4(self, attrs):
        self._heading('h4')

    def start_h5(self, attrs):
        self._heading('h5')

    def start_h6(self, attrs):
        self._heading('h6')

    def end_h1(self):
        self.formatter.end_paragraph(1)
        self.formatter.pop_font()

    end_h2 = end_h3 = end_h4 = end_h5 = end_h6 = end_h1

    def do_p(self, attrs):
        self.formatter.end_paragraph(1)

    def start_pre(self, attrs):
        self.formatter.end_paragraph(1)
        self.formatter.push_font((AS_IS, AS_IS, AS_IS, 1))
        self.nofill += 1

    def end_pre(self):
        self.formatter.end_paragraph(1)
        self.formatter.pop_font()
        self.nofill = max(0, self.nofill - 1)

    def start_xmp(self, attrs):
        self.start_pre(attrs)
        self.setliteral('xmp')

    def start_listing(self, attrs):
        self.start_pre(attrs)
        self.setliteral('listing')

    def end_xmp(self):
        self.end_pre()

    def end_listing(self):
        self.end_pre()

    def do_plaintext(self, attrs):
        self.start_pre(attrs)
        self.setnomoretags()

    def start_address(self, attrs):
        self.formatter.end_paragraph(0)
        self.formatter.push_font((AS_IS, 1, AS_IS, AS_IS))

    def end_address(self):
        self.formatter.end_paragraph(0)
        self.formatter.pop_font()

    def start_blockquote(self, attrs):
        self.formatter.end_paragraph(1)
        self.formatter.push_margin('blockquote')

    def end_blockquote(self):
        self.formatter.end_paragraph(1)
        self.formatter.pop_margin()

    # --- lists ---

    def _start_list(self, kind, label):
        self.formatter.end_paragraph(not self.list_stack)
        self.formatter.push_margin(kind)
        self.list_stack.append([kind, label, 0])

    def _end_list(self):
        del self.list_stack[-1:]
        self.formatter.end_paragraph(not self.list_stack)
        self.formatter.pop_margin()

    def start_ul(self, attrs):
        self._start_list('ul', '*')

    def end_ul(self):
        self._end_list()

    def start_ol(self, attrs):
        label = '1.'
        for name, value in attrs:
            if name == 'type':
                label = value + '.' if len(value) == 1 else value
        self._start_list('ol', label)

    def end_ol(self):
        self._end_list()

    def start_menu(self, attrs):
        self.start_ul(attrs)

    def end_menu(self):
        self.end_ul()

    def start_dir(self, attrs):
        self.start_ul(attrs)

    def end_dir(self):
        self.end_ul()

    def do_li(self, attrs):
        self.formatter.end_paragraph(0)
        label, counter = '*', 0
        if self.list_stack:
            top = self.list_stack[-1]
            top[2] += 1
            _, label, counter = top
        self.formatter.add_label_data(label, counter)

    def start_dl(self, attrs):
        self.formatter.end_paragraph(1)
        self.list_stack.append(['dl', '', 0])

    def end_dl(self):
        self.ddpop(1)
        del self.list_stack[-1:]

    def do_dt(self, attrs):
        self.ddpop()

    def do_dd(self, attrs):
        self.ddpop()
        self.formatter.push_margin('dd')
        self.list_stack.append(['dd', '', 0])

    def ddpop(self, bl=0):
        """Ends a definition."""
        self.formatter.end_paragraph(bl)
        if self.list_stack and self.list_stack[-1][0] == 'dd':
            del self.list_stack[-1]
            self.formatter.pop_margin()

    # --- fonts ---

    def start_i(self, attrs):
        self.formatter.push_font((AS_IS, 1, AS_IS, AS_IS))

    def end_i(self):
        self.formatter.pop_font()

    def start_b(self, attrs):
        self.formatter.push_font((AS_IS, AS_IS, 1, AS_IS))

    def end_b(self):
        self.formatter.pop_font()

    def start_tt(self, attrs):
        self.formatter.push_font((AS_IS, AS_IS, AS_IS, 1))

    def end_tt(self):
        self.formatter.pop_font()

    # By way of the others, which subclasses may have changed.

    def _start_italic(self, attrs):
        self.start_i(attrs)

    def _end_italic(self):
        self.end_i()

    def _start_fixed(self, attrs):
        self.start_tt(attrs)

    def _end_fixed(self):
        self.end_tt()

    start_cite = start_em = start_var = _start_italic
    end_cite = end_em = end_var = _end_italic
    start_code = start_kbd = start_samp = _start_fixed
    end_code = end_kbd = end_samp = _end_fixed

    def start_strong(self, attrs):
        self.start_b(attrs)

    def end_strong(self):
        self.end_b()

    # --- links, pictures, lines ---

    def start_a(self, attrs):
        found = {'href': '', 'name': '', 'type': ''}
        for name, value in attrs:
            found[name] = value.strip()
        self.anchor_bgn(found['href'], found['name'], found['type'].lower())

    def end_a(self):
        self.anchor_end()

    def do_br(self, attrs):
        self.formatter.add_line_break()

    def do_hr(self, attrs):
        self.formatter.add_hor_rule()

    def do_img(self, attrs):
        found = {'align': '', 'alt': '(image)', 'ismap': '', 'src': '',
                 'width': 0, 'height': 0}
        for name, value in attrs:
            if name in ('width', 'height'):
                try:
                    value = int(value)
                except ValueError:
                    continue
            found[name] = value
        self.handle_image(found['src'], found['alt'], found['ismap'],
                          found['align'], found['width'], found['height'])
