import warnings
warnings.simplefilter('ignore')
import sgmllib, htmllib, formatter, sys

TEXTS = ['', 'plain &amp; text &lt; &#65; &#300; &unknown; &amp &#66x &', '<a href=x name="y z" b=\'q\' c>link</a>', '<p><b>bold<i>both</b>end</i>', '<!-- c --><!DOCTYPE html><?pi x><br/text/more>',
         '<>empty</>', '<a<b>', '< a', '<a href="&lt;&#65;&zz;&amp">', '</nope></b>', '<xmp><b>&amp;</xmp>x', '<plaintext><b>', '<!bad', '<a', '&am', '<![CDATA[x]]>', '<b/short/', '<x.y-z:w q=a/b>', '<p<p>']
for t in TEXTS:
    print repr(t)
    for pieces in [t], list(t):
        p = sgmllib.TestSGMLParser()
        try:
            for piece in pieces:
                p.feed(piece)
            p.close()
        except Exception as e:
            print type(e).__name__, e
        print p.get_starttag_text()

class P(sgmllib.SGMLParser):
    def start_b(self, attrs): print 'B', attrs
    def end_b(self): print '/B'
    def do_br(self, attrs): print 'BR', attrs
    def handle_data(self, d): print 'data', repr(d)
    def unknown_endtag(self, t): print 'unknown', t
    def handle_pi(self, t): print 'pi', t
    def handle_decl(self, t): print 'decl', t
p = P(1)
for t in TEXTS:
    if t != '<!bad':
        p.feed(t + ' ')
p.close()

HTML = '''<html><head><title>A  title</title><base href="http://x/"><isindex></head><body><h1>Head</h1><p>Text with <em>emphasis</em>,
<strong>strong</strong> and <code>code</code> <a href="u1">link</a> and <a name=n>none</a>.<br>after<hr><ul><li>one<li>two<ol type=a><li>x<li>y</ol><ol type=I><li>q</ol></ul>
<dl><dt>term<dd>definition<dt>t2<dd>d2</dl><pre>pre  formatted
 text</pre><blockquote>quote</blockquote><address>addr</address><img src=s alt=ALT width=5 height=x><img src=t><menu><li>m</menu>&eacute;&copy;<h6>end</h6></body></html>'''
for w in formatter.AbstractWriter(), formatter.DumbWriter(sys.stdout, 40), formatter.NullWriter():
    p = htmllib.HTMLParser(formatter.AbstractFormatter(w))
    p.feed(HTML); p.close()
    print
    print p.title, p.base, p.isindex, p.anchorlist
p = htmllib.HTMLParser(formatter.NullFormatter()); p.feed(HTML); p.close()
f = formatter.AbstractFormatter(formatter.AbstractWriter())
f.push_alignment('left'); f.push_alignment(None); f.pop_alignment(); f.pop_alignment(); f.pop_alignment()
f.push_font(('h1', 1, 0, 0)); f.push_font((formatter.AS_IS, None, 1, None)); f.pop_font(); f.pop_font(); f.pop_font()
f.push_margin('a'); f.push_margin(''); f.pop_margin(); f.pop_margin(); f.pop_margin(); f.set_spacing(2); f.push_style('x', 'y'); f.pop_style(); f.pop_style(5)
f.add_flowing_data('  a  b '); f.add_flowing_data(' '); f.flush_softspace(); f.add_flowing_data('c '); f.add_literal_data('lit\n'); f.add_label_data('1. a A i I', 1949); f.add_label_data(['x'], 2); f.add_line_break(); f.end_paragraph(2); f.end_paragraph(3); f.assert_line_data(); f.add_hor_rule(1, x=2)
for n in 0, 1, 4, 9, 14, 26, 27, 49, 99, 400, 702, 703, 1987, 3999:
    print n, f.format_counter('1-a-A-i-I', n)
