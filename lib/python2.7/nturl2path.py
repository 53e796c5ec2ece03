"""file: URLs and the paths of Windows."""


def url2pathname(url):
    """///C|/foo/bar -> C:\\foo\\bar"""
    import string
    import urllib
    url = url.replace(':', '|')
    if '|' not in url:
        if url[:4] == '////':
            # \\\\host\\path
            url = url[2:]
        return urllib.unquote('\\'.join(url.split('/')))
    comp = url.split('|')
    if len(comp) != 2 or comp[0][-1] not in string.ascii_letters:
        raise IOError, 'Bad URL: ' + url
    drive = comp[0][-1].upper()
    path = drive + ':'
    for comp in comp[1].split('/'):
        if comp:
            path = path + '\\' + urllib.unquote(comp)
    # A drive alone is its root.
    if path.endswith(':') and url.endswith('/'):
        path += '\\'
    return path


def pathname2url(p):
    """C:\\foo\\bar -> ///C:/foo/bar"""
    import urllib
    if ':' not in p:
        if p[:2] == '\\\\':
            p = '\\\\' + p
        return urllib.quote('/'.join(p.split('\\')))
    comp = p.split(':')
    if len(comp) != 2 or len(comp[0]) > 1:
        raise IOError, 'Bad path: ' + p
    path = '///' + urllib.quote(comp[0].upper()) + ':'
    for comp in comp[1].split('\\'):
        if comp:
            path = path + '/' + urllib.quote(comp)
    return path
