"""The codecs: one module each.

The 8-bit and East Asian encodings are in tables, _charmaps and _multibyte;
their modules are for those who import them.  The others are imported by name
in _module(), so that a compiler finds them.
"""

import codecs
from encodings import aliases
import __builtin__

_cache = {}
_unknown = '--unknown--'
_import_tail = ['*']
_aliases = aliases.aliases


class CodecRegistryError(LookupError, SystemError):
    pass


_WORD = frozenset('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
                  '0123456789.')


def normalize_encoding(encoding):
    """Make each run of characters other than letters, digits and dots a '_'."""
    if hasattr(__builtin__, "unicode") and isinstance(encoding, unicode):
        # Characters beyond latin-1 become '?', which is a separator.
        encoding = encoding.encode('latin-1', 'replace')
    words = []
    word = []
    for c in encoding:
        if c in _WORD:
            word.append(c)
        elif word:
            words.append(''.join(word))
            word = []
    if word:
        words.append(''.join(word))
    return '_'.join(words)


def _module(name):
    """Import the module of a codec; None if there is none of that name."""
    if name == 'utf_8':
        from encodings import utf_8 as mod
    elif name == 'ascii':
        from encodings import ascii as mod
    elif name == 'latin_1':
        from encodings import latin_1 as mod
    elif name == 'utf_16':
        from encodings import utf_16 as mod
    elif name == 'utf_16_le':
        from encodings import utf_16_le as mod
    elif name == 'utf_16_be':
        from encodings import utf_16_be as mod
    elif name == 'utf_32':
        from encodings import utf_32 as mod
    elif name == 'utf_32_le':
        from encodings import utf_32_le as mod
    elif name == 'utf_32_be':
        from encodings import utf_32_be as mod
    elif name == 'utf_7':
        from encodings import utf_7 as mod
    elif name == 'utf_8_sig':
        from encodings import utf_8_sig as mod
    elif name == 'unicode_escape':
        from encodings import unicode_escape as mod
    elif name == 'raw_unicode_escape':
        from encodings import raw_unicode_escape as mod
    elif name == 'unicode_internal':
        from encodings import unicode_internal as mod
    elif name == 'string_escape':
        from encodings import string_escape as mod
    elif name == 'charmap':
        from encodings import charmap as mod
    elif name == 'hex_codec':
        from encodings import hex_codec as mod
    elif name == 'base64_codec':
        from encodings import base64_codec as mod
    elif name == 'rot_13':
        from encodings import rot_13 as mod
    elif name == 'zlib_codec':
        from encodings import zlib_codec as mod
    elif name == 'bz2_codec':
        from encodings import bz2_codec as mod
    elif name == 'quopri_codec':
        from encodings import quopri_codec as mod
    elif name == 'uu_codec':
        from encodings import uu_codec as mod
    elif name == 'idna':
        from encodings import idna as mod
    elif name == 'punycode':
        from encodings import punycode as mod
    elif name == 'undefined':
        from encodings import undefined as mod
    else:
        return None
    return mod


def _added_module(name):
    """Import a module that somebody else has put into this package."""
    if not name or '.' in name or name.startswith('_'):
        return None
    try:
        return __import__('encodings.' + name, fromlist=_import_tail, level=0)
    except ImportError:
        return None


def _in_table(name):
    """The entry of an encoding without a module of its own, or None."""
    from encodings import _charmaps, _multibyte
    if name in _multibyte.NAMES:
        return _multibyte.entry(name)
    if name not in _charmaps.TABLES:
        return None
    from encodings._make import make_charmap
    return make_charmap(name)[5]()


def _checked(entry, mod):
    """What a module's getregentry() returned, as a CodecInfo."""
    if isinstance(entry, codecs.CodecInfo):
        return entry
    if not 4 <= len(entry) <= 7:
        raise CodecRegistryError('module "%s" (%s) failed to register' %
                                 (mod.__name__, mod.__file__))
    if not hasattr(entry[0], '__call__') or \
            not hasattr(entry[1], '__call__') or \
            (entry[2] is not None and not hasattr(entry[2], '__call__')) or \
            (entry[3] is not None and not hasattr(entry[3], '__call__')) or \
            (len(entry) > 4 and entry[4] is not None and
             not hasattr(entry[4], '__call__')) or \
            (len(entry) > 5 and entry[5] is not None and
             not hasattr(entry[5], '__call__')):
        raise CodecRegistryError('incompatible codecs in module "%s" (%s)' %
                                 (mod.__name__, mod.__file__))
    if len(entry) < 7 or entry[6] is None:
        entry = tuple(entry) + (None,) * (6 - len(entry)) + \
            (mod.__name__.split(".", 1)[1],)
    return codecs.CodecInfo(*entry)


def search_function(encoding):
    """Find an encoding by any of its names; None if it is unknown."""
    entry = _cache.get(encoding, _unknown)
    if entry is not _unknown:
        return entry
    norm = normalize_encoding(encoding)
    alias = _aliases.get(norm) or _aliases.get(norm.replace('.', '_'))
    mod = None
    for name in (alias, norm):
        if not name:
            continue
        try:
            mod = _module(name)
        except ImportError:
            # What it stands on is missing.
            continue
        if mod is None:
            entry = _in_table(name)
            if entry is not None:
                _cache[encoding] = entry
                return entry
            mod = _added_module(name)
        if mod is not None:
            break
    getregentry = getattr(mod, 'getregentry', None)
    if getregentry is None:
        _cache[encoding] = None
        return None
    entry = _checked(getregentry(), mod)
    _cache[encoding] = entry
    # A module may bring other names of its own.
    try:
        codecaliases = mod.getaliases()
    except AttributeError:
        pass
    else:
        for alias in codecaliases:
            if alias not in _aliases:
                _aliases[alias] = name
    return entry


codecs.register(search_function)
