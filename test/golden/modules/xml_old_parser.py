# Events and complaints of the old parser for XML, for texts good and bad, whole
# and by characters.
import warnings
warnings.simplefilter('ignore')
import xmllib

TEXTS = [
    '<?xml version="1.0"?><a>text</a>',
    '<a>text</a>trailing',
    '<a>text</a> \n<!-- c -->',
    '<a><b></a>',
    '<a><b></a></b>',
    '<a>',
    'text <a/>',
    '<?xml version="1.1"?><a/>',
    '<!DOCTYPE a>\n<a/>',
    '<a x=1></a>',
    '<a x></a>',
    '<a x="1" x="2"></a>',
    '<a x="1"y="2"></a>',
    '<a x="a&amp;b&#65;&bad;<"></a>',
    '<a x="&amp"></a>',
    '<a><![CDATA[x<y]]>z</a>',
    '<![CDATA[x]]><a/>',
    '<a><!-- a -- b --></a>',
    '<a><!-- a ---></a>',
    '<a><?proc some data?></a>',
    '<a><?Xml foo?></a>',
    '<a><?xml version="1.0"?></a>',
    '<a>x & y</a>',
    '<a>x &amp y</a>',
    '<a>x < y</a>',
    '<a>]]></a>',
    '<a></></a>',
    '<a></a',
    '<a></a b>',
    '<a/><b/>',
    '<a xmlns="u" z="1"><b xmlns:p="v" p:x="1" x="2"/><p:c/></a>',
    '<p:a xmlns:p="u"><p:n/></p:a>',
    '<a:b/>',
    '<u:n xmlns:u="u" j="1"/>',
    '<A B="1">X</A>',
    '<a>&foo;</a>',
    '\n  <a/>',
    '',
    '<a b="x\ny\tz">l1\nl2\nl3</a>',
    '<a>&#xD800;&#300;&#-1;&#xg;&#;</a>',
    '<a>&1;</a>',
    '<a>\x01</a>',
    '</a>',
    '<a></b></a>',
    '<a><b><c></b></a>',
    '<!DOCTYPE a [<!ENTITY x "y">',
    '<!ELEMENT a>\n<a/>',
    '<a><!foo></a>',
    '<a><!DOCTYPE b></a>',
    '<a',
    '<a b="',
    '<a><!--',
    '<a><![CDATA[',
    '<a><?pi',
    '<?pi x?><a/><?pi y?>',
    '<?pi?><a/>',
    '<1a/>',
    '<a><1b/></a>',
    '<a><b c=></b></a>',
    '<a b=\'1\'\n c = "2" ></a >',
    '<a b="<"></a>',
    '<a b="&#60;">&#x3c;</a>',
    '<a> &lt;b&gt; </a>',
    '<a>x>y]]y</a>',
    '<?xml-stylesheet x?><a/>',
    "<?xml version='1.0'?>\n<?xml version='1.0'?><a/>",
    " <?xml version='1.0'?><a/>",
    '<a:b:c xmlns:a="x"/>',
    '<a xmlns:xmlfoo="x" xmlns:xml="y"/>',
    '<?xml:namespace ns="http://x" prefix="q"?><q:a/>',
    '<?xml:namespace ns="http://x"?><q:a/>',
    "<?XML:namespace ns='u' prefix='q' src='s'?><q:a q:b='1'/>",
    '<a b="1"/ >',
    '<a><b/</a>',
    '<a><!-- x --><b/><!-- y --></a><!-- z -->',
    '<a><!-- \x01 --></a>',
    '<a><![CDATA[\x01]]></a>',
    '<a b="\x01"></a>',
    '<a><?p \x01?></a>',
    '<a b="&#300;"></a>',
    '<a b="&#65"></a>',
    '<a b="&#65 "></a>',
    '<a b="&amp x"></a>',
    '<a b="&;"></a>',
    '<a b="& "></a>',
    '<a b=a\x01c></a>',
    '<a><![CDATA[a]]]></a>',
    '<a b="&foo;"></a>',
    '<a>&#65 </a>',
    '<a>&#65</a>',
    '<a>]</a>]]',
    "<?xml version='1.0' encoding='x' standalone='no' ?><a/>",
    "<?xml encoding='x'?><a/>",
    '<?xml version="1.0" standalone="maybe"?><a/>',
    '<?xml version=1.0?><a/>',
    "<!DOCTYPE a SYSTEM 'x'><!DOCTYPE a><a/>",
    '<a><!---></a>',
    '<a><!----></a>',
    '<a><!-- x -- ></a>',
    '<a></a></a>',
    '<a xmlns="u"><b xmlns=""/></a>',
    '<a xmlns:p="u"><b p:c="1" p:d="2"/></a>',
    '<?xml:namespace ns="u" prefix="q" foo="bar"?><q:a/>',
    '<a p:xmlns="u"/>',
    '<A><a></A></a>',
    '<?p\x01 x?><a/>',
    '<a>&am\x01p;&a-b;</a>',
    '<?xml:foo x?><a/>',
    "<a\n  b='1'>\nx</a\n>",
    '<a>x]]>&lt;</a>',
    '<a>x</a>&lt;',
    '&lt;<a/>',
    '<a><?xml:namespace?></a>',
    "<a xmlns:p='u'><p:b></a>",
    "<a b='&lt;'/>",
    "<a b='&#x41;&#65;&#1;'/>",
    '<a><!DOCTYPE x [ ]></a>',
    '<!DOCTYPE x PUBLIC \'a"b\' "c"><x/>',
    '<!DOCTYPE x PUBLIC "a" ><x/>',
    '<!doctype x><x/>',
    '<!-- c -->x<a/>',
    '<?pi?>x<a/>',
    '<!DOCTYPE a>x<a/>',
    '<!-- c --><?xml version="1.0"?><a/>',
    '<?pi?><?xml version="1.0"?><a/>',
    '<a/>x<?xml version="1.0"?>',
    '&lt;x<a/>',
    '&x;y<a/>',
    '&#65;y<a/>',
    ']x<a/>',
    '<![CDATA[x]]>x<a/>',
    '</a>x<a/>',
    '<?xml version="1.0"?>x<a/>',
    "<a xmlns='u'><b><c/></b><d/></a>",
    "<a><b xmlns='u'><c/></b><d/></a>",
    "<x:a xmlns:x='u' xmlns:y='w'><y:b y:c='1' x:d='2' z:e='3'/></x:a>",
]


class Parser(xmllib.XMLParser):
    attributes = {'b': {'x': None, 'd': 'default'}}
    entitydefs = {'amp': '&#38;', 'lt': '&#60;', 'foo': 'bar <b>x</b>'}

    def start_a(self, attrs):
        self.note('start_a', sorted(attrs.items()))

    def end_a(self):
        self.note('end_a')

    def note(self, what, *args):
        self.events.append((what, self.lineno) + args)


def noting(name):
    return lambda self, *args: self.note(name, *args)


for name in ('handle_xml', 'handle_doctype', 'handle_data', 'handle_cdata',
             'handle_comment', 'handle_proc', 'unknown_starttag',
             'unknown_endtag', 'unknown_charref', 'unknown_entityref',
             'syntax_error'):
    setattr(Parser, name, noting(name))


def run(pieces, **kw):
    p = Parser(**kw)
    p.events = []
    try:
        for piece in pieces:
            p.feed(piece)
        p.close()
    except Exception as e:
        p.note(type(e).__name__, str(e))
    return p.events


for text in TEXTS:
    print repr(text)
    for event in run([text]):
        print '   ', event
    print '   ', len(run(text))
print run(['<A x=1>&LT;</><B/></A>'], map_case=1, accept_unquoted_attributes=1,
          accept_missing_endtag_name=1)
print run(['<a x="&lt;">\x01</a>'], accept_utf8=1,
          translate_attribute_references=0)
try:
    xmllib.XMLParser().feed('<a>\n</b>')
except xmllib.Error as e:
    print e
