"""The openers of urllib, which only programs that open URLs need.

Module urllib takes the names from here when the program uses one of them."""

import os
import socket
import sys
import time

from urllib import (ContentTooShortError, __version__, basejoin, getproxies,
                    proxy_bypass, quote, splitattr, splithost, splitpasswd,
                    splitport, splitquery, splittag, splittype, splituser,
                    splitvalue, thishost, toBytes, unquote, unwrap,
                    url2pathname, localhost)

__all__ = ['urlopen', 'urlretrieve', 'urlcleanup', 'URLopener',
           'FancyURLopener', 'addbase', 'addclosehook', 'addinfo',
           'addinfourl', 'ftpwrapper', 'noheaders', 'ftperrors',
           'reporthook', '_urlopener']

_urlopener = None


def urlopen(url, data=None, proxies=None, context=None):
    """A file for reading what a URL names."""
    from warnings import warnpy3k
    global _urlopener
    warnpy3k('urllib.urlopen() has been removed in Python 3.0 in favor of '
             'urllib2.urlopen()', stacklevel=2)
    import urllib
    if proxies is not None or context is not None:
        opener = FancyURLopener(proxies=proxies, context=context)
    else:
        # Programs replace the one of module urllib.
        opener = getattr(urllib, '_urlopener', None)
        if not opener:
            opener = urllib._urlopener = FancyURLopener()
    if data is None:
        return opener.open(url)
    return opener.open(url, data)


def urlretrieve(url, filename=None, reporthook=None, data=None, context=None):
    """(file name, headers) of a copy of what a URL names"""
    import urllib
    if context is not None:
        opener = FancyURLopener(context=context)
    else:
        opener = getattr(urllib, '_urlopener', None)
        if not opener:
            opener = urllib._urlopener = FancyURLopener()
    return opener.retrieve(url, filename, reporthook, data)


def urlcleanup():
    """Removes what urlretrieve() has left."""
    import urllib
    opener = getattr(urllib, '_urlopener', None)
    if opener:
        opener.cleanup()
    urllib._safe_quoters.clear()
    ftpcache.clear()


ftpcache = {}


class URLopener:
    """Opens URLs: each kind by a method open_KIND."""

    __tempfiles = None

    version = 'Python-urllib/%s' % __version__

    def __init__(self, proxies=None, context=None, **x509):
        if proxies is None:
            proxies = getproxies()
        assert hasattr(proxies, 'has_key'), 'proxies must be a mapping'
        self.proxies = proxies
        self.key_file = x509.get('key_file')
        self.cert_file = x509.get('cert_file')
        self.context = context
        self.addheaders = [('User-Agent', self.version),
                           ('Accept', '*/*')]
        self.__tempfiles = []
        self.__unlink = os.unlink
        self.tempcache = None
        self.ftpcache = ftpcache

    def __del__(self):
        self.close()

    def close(self):
        self.cleanup()

    def cleanup(self):
        """Removes temporary files."""
        if self.__tempfiles:
            for file in self.__tempfiles:
                try:
                    self.__unlink(file)
                except OSError:
                    pass
            del self.__tempfiles[:]
        if self.tempcache:
            self.tempcache.clear()

    def addheader(self, *args):
        """Adds a header for all requests."""
        self.addheaders.append(args)

    def open(self, fullurl, data=None):
        """A file for reading a URL."""
        fullurl = unwrap(toBytes(fullurl))
        fullurl = quote(fullurl, safe="%/:=&?~#+!$,;'@()*[]|")
        if self.tempcache and fullurl in self.tempcache:
            filename, headers = self.tempcache[fullurl]
            return addinfourl(open(filename, 'rb'), headers, fullurl)
        urltype, url = splittype(fullurl)
        if not urltype:
            urltype = 'file'
        proxy = None
        if urltype in self.proxies:
            proxy = self.proxies[urltype]
            urltype, proxyhost = splittype(proxy)
            host, selector = splithost(proxyhost)
            url = host, fullurl
        name = 'open_' + urltype
        self.type = urltype
        name = name.replace('-', '_')
        if not hasattr(self, name) or name == 'open_local_file':
            if proxy:
                return self.open_unknown_proxy(proxy, fullurl, data)
            return self.open_unknown(fullurl, data)
        try:
            if data is None:
                return getattr(self, name)(url)
            return getattr(self, name)(url, data)
        except socket.error as e:
            raise IOError, ('socket error', e), sys.exc_info()[2]

    def open_unknown(self, fullurl, data=None):
        type, url = splittype(fullurl)
        raise IOError('url error', 'unknown url type', type)

    def open_unknown_proxy(self, proxy, fullurl, data=None):
        type, url = splittype(fullurl)
        raise IOError('url error', 'invalid proxy for %s' % type, proxy)

    def retrieve(self, url, filename=None, reporthook=None, data=None):
        """(file name, headers) of a copy"""
        url = unwrap(toBytes(url))
        if self.tempcache and url in self.tempcache:
            return self.tempcache[url]
        type, url1 = splittype(url)
        if filename is None and (not type or type == 'file'):
            try:
                fp = self.open_local_file(url1)
                headers = fp.info()
                fp.close()
                return url2pathname(splithost(url1)[1]), headers
            except IOError:
                pass
        fp = self.open(url, data)
        try:
            headers = fp.info()
            if filename:
                target = open(filename, 'wb')
            else:
                import tempfile
                garbage, path = splittype(url)
                garbage, path = splithost(path or '')
                path, garbage = splitquery(path or '')
                path, garbage = splitattr(path or '')
                suffix = os.path.splitext(path)[1]
                fd, filename = tempfile.mkstemp(suffix)
                self.__tempfiles.append(filename)
                target = os.fdopen(fd, 'wb')
            try:
                result = filename, headers
                if self.tempcache is not None:
                    self.tempcache[url] = result
                size = -1
                if 'content-length' in headers:
                    size = int(headers['Content-Length'])
                read = self._copy(fp, target, size, reporthook)
            finally:
                target.close()
        finally:
            fp.close()
        if size >= 0 and read < size:
            raise ContentTooShortError(
                'retrieval incomplete: got only %i out of %i bytes'
                % (read, size), result)
        return result

    def _copy(self, fp, target, size, reporthook):
        block_size = 1024 * 8
        read = 0
        count = 0
        if reporthook:
            reporthook(count, block_size, size)
        while True:
            block = fp.read(block_size)
            if not block:
                return read
            read += len(block)
            target.write(block)
            count += 1
            if reporthook:
                reporthook(count, block_size, size)

    def _auth(self, user_passwd):
        if not user_passwd:
            return None
        import base64
        return base64.b64encode(unquote(user_passwd)).strip()

    def _place(self, url):
        """(host to connect to, host for the header, user and password, that
        of the proxy, selector)"""
        if isinstance(url, str):
            host, selector = splithost(url)
            user_passwd = None
            if host:
                user_passwd, host = splituser(host)
                host = unquote(host)
            return host, host, user_passwd, None, selector
        host, selector = url
        proxy_passwd, host = splituser(host)
        urltype, rest = splittype(selector)
        user_passwd = None
        if urltype.lower() != 'http':
            realhost = None
        else:
            realhost, rest = splithost(rest)
            if realhost:
                user_passwd, realhost = splituser(realhost)
            if user_passwd:
                selector = '%s://%s%s' % (urltype, realhost, rest)
            if proxy_bypass(realhost):
                host = realhost
        return host, realhost, user_passwd, proxy_passwd, selector

    def open_http(self, url, data=None):
        """Opens a URL of HTTP."""
        import httplib
        return self._open_http(httplib.HTTP, url, data)

    def open_https(self, url, data=None):
        """Opens a URL of HTTPS."""
        import httplib

        def connection(host):
            return httplib.HTTPS(host, 0, key_file=self.key_file,
                                 cert_file=self.cert_file,
                                 context=self.context)
        return self._open_http(connection, url, data, 'https:')

    def _open_http(self, connection, url, data, scheme='http:'):
        host, realhost, user_passwd, proxy_passwd, selector = self._place(url)
        if not host:
            raise IOError('http error', 'no host given')
        auth = self._auth(user_passwd)
        proxy_auth = self._auth(proxy_passwd)
        h = connection(host)
        if data is not None:
            h.putrequest('POST', selector)
            h.putheader('Content-Type', 'application/x-www-form-urlencoded')
            h.putheader('Content-Length', '%d' % len(data))
        else:
            h.putrequest('GET', selector)
        if proxy_auth:
            h.putheader('Proxy-Authorization', 'Basic %s' % proxy_auth)
        if auth:
            h.putheader('Authorization', 'Basic %s' % auth)
        if realhost:
            h.putheader('Host', realhost)
        for args in self.addheaders:
            h.putheader(*args)
        h.endheaders(data)
        errcode, errmsg, headers = h.getreply()
        fp = h.getfile()
        if errcode == -1:
            if fp:
                fp.close()
            raise IOError('http protocol error', 0,
                          'got a bad status line', None)
        if 200 <= errcode < 300:
            return addinfourl(fp, headers, scheme + url
                              if isinstance(url, str) else scheme + url[1],
                              errcode)
        if data is None:
            return self.http_error(url, fp, errcode, errmsg, headers)
        return self.http_error(url, fp, errcode, errmsg, headers, data)

    def http_error(self, url, fp, errcode, errmsg, headers, data=None):
        """Calls http_error_CODE if there is such a method."""
        method = getattr(self, 'http_error_%d' % errcode, None)
        if method is not None:
            if data is None:
                result = method(url, fp, errcode, errmsg, headers)
            else:
                result = method(url, fp, errcode, errmsg, headers, data)
            if result:
                return result
        return self.http_error_default(url, fp, errcode, errmsg, headers)

    def http_error_default(self, url, fp, errcode, errmsg, headers):
        fp.close()
        raise IOError('http error', errcode, errmsg, headers)

    def open_file(self, url):
        """Opens a file, of this machine or by FTP."""
        if not isinstance(url, str):
            raise IOError('file error', 'proxy support for file protocol '
                          'currently not implemented')
        if url[:2] == '//' and url[2:3] != '/' and url[2:12].lower() != \
                'localhost/':
            return self.open_ftp(url)
        return self.open_local_file(url)

    def open_local_file(self, url):
        """Opens a file of this machine."""
        import mimetypes
        import mimetools
        import rfc822
        from StringIO import StringIO
        host, file = splithost(url)
        localname = url2pathname(file)
        try:
            stats = os.stat(localname)
        except OSError as e:
            raise IOError(e.errno, e.strerror, e.filename)
        size = stats.st_size
        modified = rfc822.formatdate(stats.st_mtime)
        mtype = mimetypes.guess_type(url)[0]
        headers = mimetools.Message(StringIO(
            'Content-Type: %s\nContent-Length: %d\nLast-modified: %s\n'
            % (mtype or 'text/plain', size, modified)))
        shown = file
        if file[:1] == '/':
            shown = 'file://' + file
        elif file[:2] == './':
            raise ValueError('local file url may start with / or file:. '
                             'Unknown url of type: %s' % url)
        if host:
            host, port = splitport(host)
            if port or socket.gethostbyname(host) not in (localhost(),
                                                          thishost()):
                raise IOError('local file error', 'not on local host')
        return addinfourl(open(localname, 'rb'), headers, shown)

    def open_ftp(self, url):
        """Opens a URL of FTP."""
        if not isinstance(url, str):
            raise IOError('ftp error', 'proxy support for ftp protocol '
                          'currently not implemented')
        import ftplib
        import mimetypes
        import mimetools
        from StringIO import StringIO
        host, path = splithost(url)
        if not host:
            raise IOError('ftp error', 'no host given')
        host, port = splitport(host)
        user, host = splituser(host)
        passwd = None
        if user:
            user, passwd = splitpasswd(user)
        host = unquote(host)
        user = unquote(user or '')
        passwd = unquote(passwd or '')
        host = socket.gethostbyname(host)
        port = int(port) if port else ftplib.FTP_PORT
        path, attrs = splitattr(path)
        dirs = unquote(path).split('/')
        dirs, file = dirs[:-1], dirs[-1]
        if dirs and not dirs[0]:
            dirs = dirs[1:]
        if dirs and not dirs[0]:
            dirs[0] = '/'
        key = user, host, port, '/'.join(dirs)
        try:
            if key not in self.ftpcache:
                self.ftpcache[key] = ftpwrapper(user, passwd, host, port,
                                                dirs)
            type = 'I' if file else 'D'
            for attr in attrs:
                name, value = splitvalue(attr)
                if name.lower() == 'type' and value in ('a', 'A', 'i', 'I',
                                                        'd', 'D'):
                    type = value.upper()
            fp, size = self.ftpcache[key].retrfile(file, type)
            mtype = mimetypes.guess_type('ftp:' + url)[0]
            headers = ''
            if mtype:
                headers += 'Content-Type: %s\n' % mtype
            if size is not None and size >= 0:
                headers += 'Content-Length: %d\n' % size
            return addinfourl(fp, mimetools.Message(StringIO(headers)),
                              'ftp:' + url)
        except ftperrors() as e:
            raise IOError, ('ftp error', e), sys.exc_info()[2]

    def open_data(self, url, data=None):
        """Opens a URL that holds its data."""
        if not isinstance(url, str):
            raise IOError('data error', 'proxy support for data protocol '
                          'currently not implemented')
        import mimetools
        from StringIO import StringIO
        try:
            type, data = url.split(',', 1)
        except ValueError:
            raise IOError('data error', 'bad data URL')
        if not type:
            type = 'text/plain;charset=US-ASCII'
        semi = type.rfind(';')
        if semi >= 0 and '=' not in type[semi:]:
            encoding = type[semi + 1:]
            type = type[:semi]
        else:
            encoding = ''
        if encoding == 'base64':
            import base64
            data = base64.decodestring(data)
        else:
            data = unquote(data)
        msg = '\n'.join([
            'Date: %s' % time.strftime('%a, %d %b %Y %H:%M:%S GMT',
                                       time.gmtime(time.time())),
            'Content-type: %s' % type, 'Content-Length: %d' % len(data), '',
            data])
        f = StringIO(msg)
        headers = mimetools.Message(f, 0)
        return addinfourl(f, headers, url)


class FancyURLopener(URLopener):
    """Follows redirections and asks for passwords."""

    def __init__(self, *args, **kwargs):
        URLopener.__init__(self, *args, **kwargs)
        self.auth_cache = {}
        self.tries = 0
        self.maxtries = 10

    def http_error_default(self, url, fp, errcode, errmsg, headers):
        """The error's page, as any other."""
        return addinfourl(fp, headers, 'http:' + url, errcode)

    def http_error_302(self, url, fp, errcode, errmsg, headers, data=None):
        """Follows a redirection, a few times."""
        self.tries += 1
        try:
            if self.maxtries and self.tries >= self.maxtries:
                meth = getattr(self, 'http_error_500',
                               self.http_error_default)
                return meth(url, fp, 500, 'Internal Server Error: Redirect '
                            'Recursion', headers)
            return self.redirect_internal(url, fp, errcode, errmsg, headers,
                                          data)
        finally:
            self.tries = 0

    def redirect_internal(self, url, fp, errcode, errmsg, headers, data):
        if 'location' in headers:
            newurl = headers['location']
        elif 'uri' in headers:
            newurl = headers['uri']
        else:
            return
        fp.close()
        newurl = basejoin(self.type + ':' + url, newurl)
        if not newurl.lower().startswith(('http://', 'https://', 'ftp://')):
            raise IOError('redirect error', errcode, errmsg +
                          " - Redirection to url '%s' is not allowed"
                          % newurl, headers)
        return self.open(newurl)

    http_error_301 = http_error_302
    http_error_303 = http_error_302

    def http_error_307(self, url, fp, errcode, errmsg, headers, data=None):
        """A redirection that keeps the method: not for POST."""
        if data is None:
            return self.http_error_302(url, fp, errcode, errmsg, headers,
                                       data)
        return self.http_error_default(url, fp, errcode, errmsg, headers)

    def _authenticate(self, name, header, url, fp, errcode, errmsg, headers,
                      data):
        import re
        default = URLopener.http_error_default
        if header not in headers:
            default(self, url, fp, errcode, errmsg, headers)
        match = re.match('[ \t]*([^ \t]+)[ \t]+realm="([^"]*)"',
                         headers[header])
        if not match:
            default(self, url, fp, errcode, errmsg, headers)
        scheme, realm = match.groups()
        if scheme.lower() != 'basic':
            default(self, url, fp, errcode, errmsg, headers)
        method = getattr(self, 'retry_%s%s_basic_auth' % (name, self.type))
        if data is None:
            return method(url, realm)
        return method(url, realm, data)

    def http_error_401(self, url, fp, errcode, errmsg, headers, data=None):
        """Tries again with a password."""
        return self._authenticate('', 'www-authenticate', url, fp,
                                   errcode, errmsg, headers, data)

    def http_error_407(self, url, fp, errcode, errmsg, headers, data=None):
        """The same for the proxy."""
        return self._authenticate('proxy_', 'proxy-authenticate', url, fp,
                                  errcode, errmsg, headers, data)

    def _retry_proxy(self, scheme, url, realm, data):
        host, selector = splithost(url)
        newurl = '%s://%s%s' % (scheme, host, selector)
        proxy = self.proxies[scheme]
        urltype, proxyhost = splittype(proxy)
        proxyhost, proxyselector = splithost(proxyhost)
        i = proxyhost.find('@') + 1
        proxyhost = proxyhost[i:]
        user, passwd = self.get_user_passwd(proxyhost, realm, i)
        if not (user or passwd):
            return None
        proxyhost = (quote(user, safe='') + ':' + quote(passwd, safe='') +
                     '@' + proxyhost)
        self.proxies[scheme] = '%s://%s%s' % (scheme, proxyhost,
                                              proxyselector)
        return self.open(newurl) if data is None else self.open(newurl, data)

    def retry_proxy_http_basic_auth(self, url, realm, data=None):
        return self._retry_proxy('http', url, realm, data)

    def retry_proxy_https_basic_auth(self, url, realm, data=None):
        return self._retry_proxy('https', url, realm, data)

    def _retry(self, scheme, url, realm, data):
        host, selector = splithost(url)
        i = host.find('@') + 1
        host = host[i:]
        user, passwd = self.get_user_passwd(host, realm, i)
        if not (user or passwd):
            return None
        host = quote(user, safe='') + ':' + quote(passwd, safe='') + '@' + host
        newurl = '%s://%s%s' % (scheme, host, selector)
        return self.open(newurl) if data is None else self.open(newurl, data)

    def retry_http_basic_auth(self, url, realm, data=None):
        return self._retry('http', url, realm, data)

    def retry_https_basic_auth(self, url, realm, data=None):
        return self._retry('https', url, realm, data)

    def get_user_passwd(self, host, realm, clear_cache=0):
        key = realm + '@' + host.lower()
        if key in self.auth_cache:
            if clear_cache:
                del self.auth_cache[key]
            else:
                return self.auth_cache[key]
        user, passwd = self.prompt_user_passwd(host, realm)
        if user or passwd:
            self.auth_cache[key] = user, passwd
        return user, passwd

    def prompt_user_passwd(self, host, realm):
        """Asks on the terminal; may be overridden."""
        import getpass
        try:
            user = raw_input('Enter username for %s at %s: ' % (realm, host))
            passwd = getpass.getpass('Enter password for %s in %s at %s: '
                                     % (user, realm, host))
            return user, passwd
        except KeyboardInterrupt:
            print
            return None, None


_ftperrors = None


def ftperrors():
    """The exceptions of ftplib."""
    global _ftperrors
    if _ftperrors is None:
        import ftplib
        _ftperrors = ftplib.all_errors
    return _ftperrors


_noheaders = None


def noheaders():
    """An empty set of headers."""
    global _noheaders
    if _noheaders is None:
        import mimetools
        from StringIO import StringIO
        _noheaders = mimetools.Message(StringIO(), 0)
        _noheaders.fp.close()
    return _noheaders


class ftpwrapper:
    """A connection of FTP, kept for more than one file."""

    def __init__(self, user, passwd, host, port, dirs,
                 timeout=socket._GLOBAL_DEFAULT_TIMEOUT, persistent=True):
        self.user = user
        self.passwd = passwd
        self.host = host
        self.port = port
        self.dirs = dirs
        self.timeout = timeout
        self.refcount = 0
        self.keepalive = persistent
        try:
            self.init()
        except:
            self.close()
            raise

    def init(self):
        import ftplib
        self.busy = 0
        self.ftp = ftplib.FTP()
        self.ftp.connect(self.host, self.port, self.timeout)
        self.ftp.login(self.user, self.passwd)
        for folder in self.dirs:
            self.ftp.cwd(folder)

    def retrfile(self, file, type):
        """(file, size) of a file or of a listing"""
        import ftplib
        self.endtransfer()
        if type in ('d', 'D'):
            cmd = 'TYPE A'
            isdir = True
        else:
            cmd = 'TYPE ' + type
            isdir = False
        try:
            self.ftp.voidcmd(cmd)
        except ftplib.all_errors:
            self.init()
            self.ftp.voidcmd(cmd)
        conn = None
        retrlen = None
        if file and not isdir:
            try:
                conn, retrlen = self.ftp.ntransfercmd('RETR ' + file)
            except ftplib.error_perm as reason:
                if str(reason)[:3] != '550':
                    raise IOError, ('ftp error', reason), sys.exc_info()[2]
        if not conn:
            self.ftp.voidcmd('TYPE A')
            cmd = 'LIST'
            if file:
                pwd = self.ftp.pwd()
                try:
                    try:
                        self.ftp.cwd(file)
                    except ftplib.error_perm as reason:
                        raise IOError, ('ftp error', reason), \
                            sys.exc_info()[2]
                finally:
                    self.ftp.cwd(pwd)
                cmd = 'LIST ' + file
            conn, retrlen = self.ftp.ntransfercmd(cmd)
        self.busy = 1
        ftpobj = addclosehook(conn.makefile('rb'), self.file_close)
        self.refcount += 1
        conn.close()
        return ftpobj, retrlen

    def endtransfer(self):
        self.busy = 0

    def close(self):
        self.keepalive = False
        if self.refcount <= 0:
            self.real_close()

    def file_close(self):
        self.endtransfer()
        self.refcount -= 1
        if self.refcount <= 0 and not self.keepalive:
            self.real_close()

    def real_close(self):
        self.endtransfer()
        try:
            self.ftp.close()
        except ftperrors():
            pass


class addbase:
    """The base of what URLs open: passes on to a file."""

    def __init__(self, fp):
        self.fp = fp
        self.read = self.fp.read
        self.readline = self.fp.readline
        if hasattr(self.fp, 'readlines'):
            self.readlines = self.fp.readlines
        if hasattr(self.fp, 'fileno'):
            self.fileno = self.fp.fileno
        else:
            self.fileno = lambda: None
        if hasattr(self.fp, '__iter__'):
            self.__iter__ = self.fp.__iter__
            if hasattr(self.fp, 'next'):
                self.next = self.fp.next

    def __repr__(self):
        return '<%s at %r whose fp = %r>' % (self.__class__.__name__,
                                             id(self), self.fp)

    def close(self):
        self.read = None
        self.readline = None
        self.readlines = None
        self.fileno = None
        if self.fp:
            self.fp.close()
        self.fp = None


class addclosehook(addbase):
    """Calls a function when it is closed."""

    def __init__(self, fp, closehook, *hookargs):
        addbase.__init__(self, fp)
        self.closehook = closehook
        self.hookargs = hookargs

    def close(self):
        try:
            closehook = self.closehook
            hookargs = self.hookargs
            if closehook:
                self.closehook = None
                self.hookargs = None
                closehook(*hookargs)
        finally:
            addbase.close(self)


class addinfo(addbase):
    """Has headers."""

    def __init__(self, fp, headers):
        addbase.__init__(self, fp)
        self.headers = headers

    def info(self):
        return self.headers


class addinfourl(addbase):
    """Has headers, a URL and a status."""

    def __init__(self, fp, headers, url, code=None):
        addbase.__init__(self, fp)
        self.headers = headers
        self.url = url
        self.code = code

    def info(self):
        return self.headers

    def getcode(self):
        return self.code

    def geturl(self):
        return self.url


def reporthook(blocknum, blocksize, totalsize):
    """Prints how far urlretrieve() is."""
    print 'Block number: %d, Block size: %d, Total size: %d' % (
        blocknum, blocksize, totalsize)
