"""Which command shows what MIME type, after the mailcap files (RFC 1524)."""
import os

__all__ = ['getcaps', 'findmatch']


def getcaps():
    """The entries of all mailcap files: lists of dicts by type."""
    caps = {}
    for name in listmailcapfiles():
        try:
            fp = open(name, 'r')
        except IOError:
            continue
        with fp:
            for key, entries in readmailcapfile(fp).iteritems():
                caps[key] = caps.get(key, []) + entries
    return caps


def listmailcapfiles():
    """The names of the mailcap files, those of users first."""
    if 'MAILCAPS' in os.environ:
        return os.environ['MAILCAPS'].split(':')
    return [os.environ.get('HOME', '.') + '/.mailcap', '/etc/mailcap',
            '/usr/etc/mailcap', '/usr/local/etc/mailcap']


def readmailcapfile(fp):
    """The entries of a file."""
    caps = {}
    while True:
        line = fp.readline()
        if not line:
            return caps
        if line[0] == '#' or line.strip() == '':
            continue
        more = line
        while more[-2:] == '\\\n':
            more = fp.readline() or '\n'
            line = line[:-2] + more
        key, fields = parseline(line)
        if key and fields:
            key = '/'.join([part.strip() for part in key.split('/')])
            caps.setdefault(key.lower(), []).append(fields)


def parseline(line):
    """(type, fields), (None, None) if it is no entry."""
    texts = []
    i, n = 0, len(line)
    while i < n:
        text, i = parsefield(line, i, n)
        texts.append(text)
        i += 1
    if len(texts) < 2:
        return None, None
    fields = {'view': texts[1]}
    for text in texts[2:]:
        name, equals, value = text.partition('=')
        if equals:
            name = name.strip()
        fields.setdefault(name, value.strip())
    return texts[0], fields


def parsefield(line, i, n):
    """A field's text, and where its semicolon is."""
    start = i
    while i < n and line[i] != ';':
        i += 2 if line[i] == '\\' else 1
    return line[start:i].strip(), i


def findmatch(caps, MIMEtype, key='view', filename='/dev/null', plist=[]):
    """The command for a type, and its entry, or (None, None)."""
    for entry in lookup(caps, MIMEtype, key):
        if 'test' in entry:
            test = subst(entry['test'], filename, plist)
            if test and os.system(test) != 0:
                continue
        return subst(entry[key], MIMEtype, filename, plist), entry
    return None, None


def lookup(caps, MIMEtype, key=None):
    """The entries for a type, then those for type/*."""
    entries = caps.get(MIMEtype, []) + \
        caps.get(MIMEtype.split('/')[0] + '/*', [])
    if key is not None:
        entries = [e for e in entries if key in e]
    return entries


def subst(field, MIMEtype, filename, plist=[]):
    """A command with %s, %t and %{parameter} filled in."""
    out = ''
    i, n = 0, len(field)
    while i < n:
        c = field[i]
        i += 1
        if c == '\\':
            out += field[i:i + 1]
            i += 1
            continue
        if c != '%':
            out += c
            continue
        c = field[i]
        i += 1
        if c == 's':
            out += filename
        elif c == 't':
            out += MIMEtype
        elif c == '{':
            end = field.find('}', i)
            if end < 0:
                end = n
            out += findparam(field[i:end], plist)
            i = end + 1
        else:
            out += c if c == '%' else '%' + c
    return out


def findparam(name, plist):
    """The value of "name=value" in a list, or ''."""
    name = name.lower() + '='
    for param in plist:
        if param[:len(name)].lower() == name:
            return param[len(name):]
    return ''
