# gettext of the C library, as module locale has it.
import locale
print locale.gettext('hello'), locale.dgettext(None, 'x'), locale.dgettext('d', 'y')
print locale.dcgettext('d', 'z', locale.LC_MESSAGES), locale.textdomain(None)
print locale.textdomain('mine'), locale.textdomain(None)
print locale.bindtextdomain('mine', '/tmp'), locale.bindtextdomain('mine', None)
print locale.bind_textdomain_codeset('mine', None), locale.bind_textdomain_codeset('mine', 'UTF-8')
for call in ((locale.bindtextdomain, '', '/'), (locale.bindtextdomain, 5, None), (locale.gettext, 5),
             (locale.dgettext, 5, 'x'), (locale.textdomain, 5)):
    try:
        print call[0](*call[1:])
    except Exception as error:
        print type(error).__name__, error
