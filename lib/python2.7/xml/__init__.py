"""XML: parsers, etree, dom and sax."""

__all__ = ['dom', 'parsers', 'sax', 'etree']
