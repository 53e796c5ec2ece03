"""Mail messages: parsing, changing, writing.

message_from_string() and message_from_file() give a Message; the modules have
the rest.  The names that modules had before (email.Utils, email.MIMEText ...)
are kept as modules that are loaded when they are used.
"""
import sys as _sys

__version__ = '4.0.3'

__all__ = [
    'base64MIME', 'Charset', 'Encoders', 'Errors', 'Generator', 'Header',
    'Iterators', 'Message', 'MIMEAudio', 'MIMEBase', 'MIMEImage',
    'MIMEMessage', 'MIMEMultipart', 'MIMENonMultipart', 'MIMEText', 'Parser',
    'quopriMIME', 'Utils', 'message_from_string', 'message_from_file',
    'base64mime', 'charset', 'encoders', 'errors', 'generator', 'header',
    'iterators', 'message', 'mime', 'parser', 'quoprimime', 'utils']


def message_from_string(s, *args, **kws):
    """The message that a str is; arguments are those of Parser."""
    from email.parser import Parser
    return Parser(*args, **kws).parsestr(s)


def message_from_file(fp, *args, **kws):
    """The message that a file holds."""
    from email.parser import Parser
    return Parser(*args, **kws).parse(fp)


class LazyImporter(object):
    """Stands for a module under its old name until it is looked at."""

    def __init__(self, module_name):
        self.__name__ = 'email.' + module_name

    def __getattr__(self, name):
        module = _module(self.__name__)
        self.__dict__.update(module.__dict__)
        return getattr(module, name)


def _module(name):
    """Imports one of the package's modules.  They are named here one by one
    so that the compiler knows of them."""
    if name == 'email.charset':
        import email.charset
    elif name == 'email.encoders':
        import email.encoders
    elif name == 'email.errors':
        import email.errors
    elif name == 'email.feedparser':
        import email.feedparser
    elif name == 'email.generator':
        import email.generator
    elif name == 'email.header':
        import email.header
    elif name == 'email.iterators':
        import email.iterators
    elif name == 'email.message':
        import email.message
    elif name == 'email.parser':
        import email.parser
    elif name == 'email.utils':
        import email.utils
    elif name == 'email.base64mime':
        import email.base64mime
    elif name == 'email.quoprimime':
        import email.quoprimime
    elif name == 'email.mime.audio':
        import email.mime.audio
    elif name == 'email.mime.base':
        import email.mime.base
    elif name == 'email.mime.image':
        import email.mime.image
    elif name == 'email.mime.message':
        import email.mime.message
    elif name == 'email.mime.multipart':
        import email.mime.multipart
    elif name == 'email.mime.nonmultipart':
        import email.mime.nonmultipart
    elif name == 'email.mime.text':
        import email.mime.text
    return _sys.modules[name]


def _add_old_name(old, new):
    importer = LazyImporter(new)
    _sys.modules['email.' + old] = importer
    globals()[old] = importer


for _name in ('Charset', 'Encoders', 'Errors', 'FeedParser', 'Generator',
              'Header', 'Iterators', 'Message', 'Parser', 'Utils',
              'base64MIME', 'quopriMIME'):
    _add_old_name(_name, _name.lower())
import email.mime
for _name in ('Audio', 'Base', 'Image', 'Message', 'Multipart',
              'NonMultipart', 'Text'):
    _add_old_name('MIME' + _name, 'mime.' + _name.lower())
    setattr(email.mime, _name, _sys.modules['email.MIME' + _name])
del _name
