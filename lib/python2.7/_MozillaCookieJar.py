"""Cookies in the file format of Netscape and Mozilla: cookies.txt."""

import re
import time

from cookielib import (FileCookieJar, LoadError,
                       Cookie, MISSING_FILENAME_TEXT)


class MozillaCookieJar(FileCookieJar):
    """Saves what browsers of old did: a line of seven fields a cookie."""

    magic_re = "#( Netscape)? HTTP Cookie File"
    header = """\
# Netscape HTTP Cookie File
# http://curl.haxx.se/rfc/cookie_spec.html
# This is a generated file!  Do not edit.

"""

    def _really_load(self, f, filename, ignore_discard, ignore_expires):
        magic = f.readline()
        if not re.search(self.magic_re, magic):
            f.close()
            raise LoadError("%r does not look like a Netscape format cookies "
                            "file" % filename)
        self._load_lines(f, filename, ignore_discard, ignore_expires)

    _format = "Netscape format cookies"

    def _cookies_of(self, line):
        if line.endswith("\n"):
            line = line[:-1]
        # Comments; browsers write #HttpOnly_ there.
        if line.strip().startswith(("#", "$")) or line.strip() == "":
            return []
        return [self._cookie_of(line)]

    def _cookie_of(self, line):
        domain, domain_specified, path, secure, expires, name, value = \
            line.split("\t")
        secure = (secure == "TRUE")
        domain_specified = (domain_specified == "TRUE")
        if name == "":
            # A name without value is saved as a value without name.
            name = value
            value = None
        initial_dot = domain.startswith(".")
        assert domain_specified == initial_dot
        discard = False
        if expires == "":
            expires = None
            discard = True
        return Cookie(0, name, value, None, False, domain, domain_specified,
                      initial_dot, path, False, secure, expires, discard, None,
                      None, {})

    def save(self, filename=None, ignore_discard=False, ignore_expires=False):
        f = open(self._name(filename), "w")
        try:
            f.write(self.header)
            for cookie in self._to_save(ignore_discard, ignore_expires,
                                        time.time()):
                secure = "TRUE" if cookie.secure else "FALSE"
                initial_dot = "TRUE" if cookie.domain.startswith(".") \
                    else "FALSE"
                if cookie.expires is not None:
                    expires = str(cookie.expires)
                else:
                    expires = ""
                if cookie.value is None:
                    name = ""
                    value = cookie.name
                else:
                    name = cookie.name
                    value = cookie.value
                f.write("\t".join([cookie.domain, initial_dot, cookie.path,
                                   secure, expires, name, value]) + "\n")
        finally:
            f.close()
