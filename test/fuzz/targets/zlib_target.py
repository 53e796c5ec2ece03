"""zlib, bz2 and binascii over any bytes."""
import binascii
import bz2
import zlib

SEEDS = ['\0' + zlib.compress('abc' * 50), '\1' + bz2.compress('abc' * 50),
         '\2' + binascii.b2a_base64('some text'), '\2' + zlib.compress('')[2:],
         '\4' + binascii.b2a_uu('text'), '\5' + binascii.b2a_hqx('te\x90xt'),
         '\6=41=\nb', '\7' + zlib.compress('x' * 300)]
READ = [binascii.a2b_base64, binascii.a2b_hex, binascii.a2b_uu,
        binascii.a2b_hqx, binascii.a2b_qp, binascii.rlecode_hqx,
        binascii.rledecode_hqx, binascii.b2a_hqx, binascii.b2a_qp]


def target(data):
    how, text = ord(data[:1] or '\0'), data[1:]
    for read in READ:
        try:
            read(text)
        except (binascii.Error, binascii.Incomplete, TypeError):
            pass
    if how & 1:
        d = bz2.BZ2Decompressor()
        for i in xrange(0, len(text), 7):
            d.decompress(text[i:i + 7])
        return d.unused_data
    d = zlib.decompressobj(-15 if how & 2 else 15)
    out = d.decompress(text[:5], 10)
    out += d.decompress(d.unconsumed_tail + text[5:], 1 + how)
    out += d.copy().flush(1 + how)
    assert zlib.decompress(zlib.compress(out, how % 10)) == out
