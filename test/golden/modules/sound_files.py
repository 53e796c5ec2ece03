import wave, aifc, sunau, sndhdr, chunk, tempfile, os
from StringIO import StringIO

data = ''.join(chr(i * 7 % 256) for i in range(240))
name = tempfile.mktemp()

def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return '%s: %s' % (type(e).__name__, e)

for module, comps in (wave, ['NONE']), (aifc, ['NONE', 'ULAW', 'G722']), (sunau, ['NONE', 'ULAW']):
    for comp in comps:
        for channels, width in (1, 2), (2, 2), (1, 1), (2, 4), (1, 3):
            w = module.open(name, 'w')
            r = attempt(w.setparams, (channels, width, 8000, 0, comp, 'name'))
            if r or (comp != 'NONE' and width != 2):
                print module.__name__, comp, channels, width, r
                w._file = None
                continue
            w.writeframes(data[:120])
            w.writeframesraw(data[120:])
            print module.__name__, comp, channels, width, w.tell(), w.getparams(), attempt(w.setnchannels, 1)
            w.close()
            print repr(open(name, 'rb').read()[:70])
            if module is not sunau or width != 3:
                print sndhdr.what(name)
            f = module.open(name)
            print f.getparams(), f.getmarkers(), attempt(f.getmark, 1), f.getnframes()
            print repr(f.readframes(3)), f.tell(), attempt(f.setpos, 2), f.tell(), repr(f.readframes(2)), attempt(f.setpos, 9999), f.rewind(), len(f.readframes(9999)), f.readframes(1)
            f.close()
for module in wave, aifc, sunau:
    print module.__name__, attempt(module.open, name, 'x')
    w = module.open(StringIO(), 'w')
    for m, args in [('setnchannels', (0,)), ('setsampwidth', (5,)), ('setframerate', (0,)), ('setcomptype', ('XX', '')), ('getnchannels', ()), ('getsampwidth', ()),
                    ('getframerate', ()), ('getparams', ()), ('setmark', (0, 1, 'a')), ('getmark', (1,)), ('getmarkers', ()), ('writeframes', ('ab',))]:
        if module is not sunau or m != 'setframerate':
            print m, attempt(getattr(w, m, None), *args)
    w._file = None
    whole = open(name, 'rb').read()
    for bad in ['', 'RIFF', 'FORM\0\0\0\4AIFF', 'RIFF\4\0\0\0WAVE', 'RIFF\4\0\0\0XXXX', '.snd' + '\0' * 20, '.snd\0\0\0\x18' + '\xff' * 16, 'FORM\0\0\0\x1aAIFFCOMM\0\0\0\x12' + '\0' * 18,
                'RIFF\x30\0\0\0WAVEdata\4\0\0\0abcd', 'RIFF\x30\0\0\0WAVEfmt \x10\0\0\0' + '\2' * 16] + [whole[:i] for i in range(0, 60, 7)]:
        print repr(bad)[:50], type(attempt(module.open, StringIO(bad))).__name__, str(attempt(module.open, StringIO(bad)))[:60] if isinstance(attempt(module.open, StringIO(bad)), str) else ''
w = aifc.open(name, 'w'); w.setparams((1, 2, 44100, 0, 'NONE', 'x')); w.aiff(); w.setmark(1, 5, 'mark'); w.setmark(2, 7, 'odd'); w.setmark(1, 6, 'again'); w.writeframes('abcd'); w.close()
f = aifc.open(name); print f.getmarkers(), f.getmark(2), attempt(f.getmark, 3), f.getcomptype(), f.getframerate()
for x in 0.0, 1.0, -2.5, 1e300, 1e-300, 44100, float('inf'), 1 / 3.0:
    s = StringIO(); aifc._write_float(s, x); s.seek(0); print repr(s.getvalue()), aifc._read_float(s)
c = chunk.Chunk(StringIO('abcd\0\0\0\5hello\0next'))
print c.getname(), c.getsize(), c.read(2), c.tell(), c.seek(1), c.read(), repr(c.read()), c.seek(-1, 2), c.read(), attempt(c.seek, 9), c.isatty(), c.close(), attempt(c.read), c.file.read()
print attempt(chunk.Chunk, StringIO('ab')), attempt(chunk.Chunk, StringIO('abcd\0\0'))
os.unlink(name)
