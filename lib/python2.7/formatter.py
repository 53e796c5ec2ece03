"""Formatters take text with its structure, and call a writer that puts it
out."""
import sys

AS_IS = None


def _nothing(self, *args, **kw):
    pass


class NullFormatter:
    """A formatter that does nothing."""

    def __init__(self, writer=None):
        self.writer = NullWriter() if writer is None else writer

    def add_label_data(self, format, counter, blankline=None):
        pass

    def pop_style(self, n=1):
        pass

    def assert_line_data(self, flag=1):
        pass

    end_paragraph = add_line_break = add_hor_rule = _nothing
    add_flowing_data = add_literal_data = flush_softspace = _nothing
    push_alignment = pop_alignment = push_font = pop_font = _nothing
    push_margin = pop_margin = set_spacing = push_style = _nothing


class AbstractFormatter:
    """Keeps stacks of fonts, margins, alignments and styles, and knows where
    spaces, line breaks and blank lines are needed."""

    def __init__(self, writer):
        self.writer = writer
        self.align = None
        self.align_stack = []
        self.font_stack = []
        self.margin_stack = []
        self.spacing = None
        self.style_stack = []
        self.nospace = 1     # is a space not wanted here?
        self.softspace = 0   # is one wanted before more text?
        self.para_end = 1    # is this behind a paragraph?
        self.parskip = 0     # blank lines just written
        self.hard_break = 1  # is this the start of a line?
        self.have_label = 0

    def end_paragraph(self, blankline):
        if not self.hard_break:
            self.writer.send_line_break()
            self.have_label = 0
        if self.parskip < blankline and not self.have_label:
            self.writer.send_paragraph(blankline - self.parskip)
            self.parskip = blankline
            self.have_label = 0
        self.hard_break = self.nospace = self.para_end = 1
        self.softspace = 0

    def add_line_break(self):
        if not self.hard_break and not self.para_end:
            self.writer.send_line_break()
            self.have_label = self.parskip = 0
        self.hard_break = self.nospace = 1
        self.softspace = 0

    def add_hor_rule(self, *args, **kw):
        if not self.hard_break:
            self.writer.send_line_break()
        self.writer.send_hor_rule(*args, **kw)
        self.hard_break = self.nospace = 1
        self.have_label = self.para_end = self.softspace = self.parskip = 0

    def add_label_data(self, format, counter, blankline=None):
        """The label of a list's item: a str in which 1 a A i I stand for
        the counter, or anything that the writer knows."""
        if self.have_label or not self.hard_break:
            self.writer.send_line_break()
        if not self.para_end:
            self.writer.send_paragraph(1 if blankline else 0)
        if isinstance(format, str):
            format = self.format_counter(format, counter)
        self.writer.send_label_data(format)
        self.nospace = self.have_label = self.hard_break = self.para_end = 1
        self.softspace = self.parskip = 0

    def format_counter(self, format, counter):
        label = ''
        for c in format:
            if c == '1':
                label += '%d' % counter
            elif c in 'aA':
                label += self.format_letter(c, counter)
            elif c in 'iI':
                label += self.format_roman(c, counter)
            else:
                label += c
        return label

    def format_letter(self, case, counter):
        """a ... z, aa ... az, ba ..."""
        label = ''
        while counter > 0:
            counter, x = divmod(counter - 1, 26)
            label = chr(ord(case) + x) + label
        return label

    def format_roman(self, case, counter):
        ones, fives = 'ixcm', 'vld'
        label = ''
        place = 0
        while counter > 0:
            counter, x = divmod(counter, 10)
            if x == 9:
                digit = ones[place] + ones[place + 1]
            elif x == 4:
                digit = ones[place] + fives[place]
            else:
                digit = fives[place] if x >= 5 else ''
                digit += ones[place] * (x % 5)
            label = digit + label
            place += 1
        return label.upper() if case == 'I' else label

    def add_flowing_data(self, data):
        """Text whose white space means a space."""
        if not data:
            return
        before, behind = data[:1].isspace(), data[-1:].isspace()
        data = ' '.join(data.split())
        if self.nospace and not data:
            return
        if before or self.softspace:
            if not data:
                self.softspace = 1
                self.parskip = 0
                return
            if not self.nospace:
                data = ' ' + data
        self.hard_break = self.nospace = self.para_end = 0
        self.parskip = self.have_label = 0
        self.softspace = behind
        self.writer.send_flowing_data(data)

    def add_literal_data(self, data):
        """Text as it stands."""
        if not data:
            return
        if self.softspace:
            self.writer.send_flowing_data(' ')
        self.hard_break = data[-1:] == '\n'
        self.nospace = self.para_end = self.softspace = 0
        self.parskip = self.have_label = 0
        self.writer.send_literal_data(data)

    def flush_softspace(self):
        if self.softspace:
            self.parskip = self.have_label = 0
            self._send_softspace()

    def _send_softspace(self):
        if self.softspace:
            self.hard_break = self.para_end = self.softspace = 0
            self.nospace = 1
            self.writer.send_flowing_data(' ')

    def push_alignment(self, align):
        if align and align != self.align:
            self.writer.new_alignment(align)
            self.align = align
        self.align_stack.append(self.align)

    def pop_alignment(self):
        del self.align_stack[-1:]
        self.align = self.align_stack[-1] if self.align_stack else None
        self.writer.new_alignment(self.align)

    def push_font(self, font):
        """font: (size, italic, bold, typewriter), AS_IS for what stays."""
        size, i, b, tt = font
        self._send_softspace()
        new = [size, i, b, tt]
        if self.font_stack:
            for n, old in enumerate(self.font_stack[-1]):
                if new[n] is AS_IS:
                    new[n] = old
        self.font_stack.append(tuple(new))
        self.writer.new_font(tuple(new))

    def pop_font(self):
        del self.font_stack[-1:]
        self.writer.new_font(self.font_stack[-1] if self.font_stack
                             else None)

    def push_margin(self, margin):
        self.margin_stack.append(margin)
        real = [m for m in self.margin_stack if m]
        if not margin and real:
            margin = real[-1]
        self.writer.new_margin(margin, len(real))

    def pop_margin(self):
        del self.margin_stack[-1:]
        real = [m for m in self.margin_stack if m]
        self.writer.new_margin(real[-1] if real else None, len(real))

    def set_spacing(self, spacing):
        self.spacing = spacing
        self.writer.new_spacing(spacing)

    def push_style(self, *styles):
        self._send_softspace()
        self.style_stack.extend(styles)
        self.writer.new_styles(tuple(self.style_stack))

    def pop_style(self, n=1):
        del self.style_stack[-n:]
        self.writer.new_styles(tuple(self.style_stack))

    def assert_line_data(self, flag=1):
        """The writer was given text by somebody else."""
        self.nospace = self.hard_break = not flag
        self.para_end = self.parskip = self.have_label = 0


class NullWriter:
    """A writer that does nothing."""

    def __init__(self):
        pass

    def new_margin(self, margin, level):
        pass

    flush = new_alignment = new_font = new_spacing = new_styles = _nothing
    send_paragraph = send_line_break = send_hor_rule = _nothing
    send_label_data = send_flowing_data = send_literal_data = _nothing


class AbstractWriter(NullWriter):
    """Prints what it is called for."""

    def new_alignment(self, align):
        print 'new_alignment(%r)' % (align,)

    def new_font(self, font):
        print 'new_font(%r)' % (font,)

    def new_margin(self, margin, level):
        print 'new_margin(%r, %d)' % (margin, level)

    def new_spacing(self, spacing):
        print 'new_spacing(%r)' % (spacing,)

    def new_styles(self, styles):
        print 'new_styles(%r)' % (styles,)

    def send_paragraph(self, blankline):
        print 'send_paragraph(%r)' % (blankline,)

    def send_line_break(self):
        print 'send_line_break()'

    def send_hor_rule(self, *args, **kw):
        print 'send_hor_rule()'

    def send_label_data(self, data):
        print 'send_label_data(%r)' % (data,)

    def send_flowing_data(self, data):
        print 'send_flowing_data(%r)' % (data,)

    def send_literal_data(self, data):
        print 'send_literal_data(%r)' % (data,)


class DumbWriter(NullWriter):
    """Plain text in lines of at most maxcol columns."""

    def __init__(self, file=None, maxcol=72):
        self.file = file or sys.stdout
        self.maxcol = maxcol
        NullWriter.__init__(self)
        self.reset()

    def reset(self):
        self.col = 0
        self.atbreak = 0  # is a space due before the next word?

    def send_paragraph(self, blankline):
        self.file.write('\n' * blankline)
        self.reset()

    def send_line_break(self):
        self.file.write('\n')
        self.reset()

    def send_hor_rule(self, *args, **kw):
        self.file.write('\n' + '-' * self.maxcol + '\n')
        self.reset()

    def send_literal_data(self, data):
        self.file.write(data)
        if '\n' in data:
            self.col = 0
            data = data[data.rindex('\n') + 1:]
        self.col += len(data.expandtabs())
        self.atbreak = 0

    def send_flowing_data(self, data):
        if not data:
            return
        atbreak = self.atbreak or data[0].isspace()
        for word in data.split():
            if atbreak:
                if self.col + len(word) >= self.maxcol:
                    self.file.write('\n')
                    self.col = 0
                else:
                    self.file.write(' ')
                    self.col += 1
            self.file.write(word)
            self.col += len(word)
            atbreak = 1
        self.atbreak = data[-1].isspace()
