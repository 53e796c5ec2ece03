"""The modules of the East Asian encodings: each has what parts() makes."""

import codecs
import _multibytecodec as mbc

NAMES = frozenset([
    'big5', 'big5hkscs', 'cp932', 'cp949', 'cp950', 'euc_jis_2004',
    'euc_jisx0213', 'euc_jp', 'euc_kr', 'gb18030', 'gb2312', 'gbk', 'hz',
    'iso2022_jp', 'iso2022_jp_1', 'iso2022_jp_2', 'iso2022_jp_2004',
    'iso2022_jp_3', 'iso2022_jp_ext', 'iso2022_kr', 'johab', 'shift_jis',
    'shift_jis_2004', 'shift_jisx0213'])


def parts(name):
    """(codec, Codec, IncrementalEncoder, IncrementalDecoder, StreamWriter,
    StreamReader, getregentry) of one of NAMES."""
    codec_ = mbc._make_codec(name)
    module = 'encodings.' + name

    class Codec(codecs.Codec):
        __module__ = module
        encode = codec_.encode
        decode = codec_.decode

    class IncrementalEncoder(mbc.MultibyteIncrementalEncoder,
                             codecs.IncrementalEncoder):
        __module__ = module
        codec = codec_

    class IncrementalDecoder(mbc.MultibyteIncrementalDecoder,
                             codecs.IncrementalDecoder):
        __module__ = module
        codec = codec_

    class StreamReader(Codec, mbc.MultibyteStreamReader, codecs.StreamReader):
        __module__ = module
        codec = codec_

    class StreamWriter(Codec, mbc.MultibyteStreamWriter, codecs.StreamWriter):
        __module__ = module
        codec = codec_

    def getregentry():
        return codecs.CodecInfo(
            name=name, encode=codec_.encode, decode=codec_.decode,
            incrementalencoder=IncrementalEncoder,
            incrementaldecoder=IncrementalDecoder,
            streamreader=StreamReader, streamwriter=StreamWriter)

    return (codec_, Codec, IncrementalEncoder, IncrementalDecoder,
            StreamWriter, StreamReader, getregentry)


def entry(name):
    """The CodecInfo of one of NAMES."""
    return parts(name)[6]()
