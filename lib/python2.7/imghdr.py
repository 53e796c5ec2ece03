"""What kind of picture a file is, by its first bytes."""

__all__ = ['what']


def what(file, h=None):
    """The type of a file (a name or an open one) or of its first bytes, or
    None."""
    f = None
    try:
        if h is None:
            if isinstance(file, basestring):
                f = open(file, 'rb')
                h = f.read(32)
            else:
                place = file.tell()
                h = file.read(32)
                file.seek(place)
        for test in tests:
            found = test(h, f)
            if found:
                return found
    finally:
        if f:
            f.close()
    return None


def test_jpeg(h, f):
    """JPEG in a JFIF file"""
    if h[6:10] == 'JFIF':
        return 'jpeg'


def test_exif(h, f):
    """JPEG in an Exif file"""
    if h[6:10] == 'Exif':
        return 'jpeg'


def test_png(h, f):
    if h[:8] == '\211PNG\r\n\032\n':
        return 'png'


def test_gif(h, f):
    """GIF of 87 or 89"""
    if h[:6] in ('GIF87a', 'GIF89a'):
        return 'gif'


def test_tiff(h, f):
    """TIFF, either byte order"""
    if h[:2] in ('MM', 'II'):
        return 'tiff'


def test_rgb(h, f):
    """SGI's picture library"""
    if h[:2] == '\001\332':
        return 'rgb'


def _netpbm(h, kinds):
    return len(h) >= 3 and h[0] == 'P' and h[1] in kinds and \
        h[2] in ' \t\n\r'


def test_pbm(h, f):
    """Portable bitmap"""
    if _netpbm(h, '14'):
        return 'pbm'


def test_pgm(h, f):
    """Portable graymap"""
    if _netpbm(h, '25'):
        return 'pgm'


def test_ppm(h, f):
    """Portable pixmap"""
    if _netpbm(h, '36'):
        return 'ppm'


def test_rast(h, f):
    """Sun raster file"""
    if h[:4] == '\x59\xA6\x6A\x95':
        return 'rast'


def test_xbm(h, f):
    """X bitmap, which is C source"""
    s = '#define '
    if h[:len(s)] == s:
        return 'xbm'


def test_bmp(h, f):
    if h[:2] == 'BM':
        return 'bmp'


tests = [test_jpeg, test_exif, test_png, test_gif, test_tiff, test_rgb,
         test_pbm, test_pgm, test_ppm, test_rast, test_xbm, test_bmp]
