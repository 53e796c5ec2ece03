"""Cookies in the file format of Perl's libwww: Set-Cookie3 headers."""

import re
import time

from cookielib import (FileCookieJar, LoadError, Cookie,
                       MISSING_FILENAME_TEXT, join_header_words,
                       split_header_words, iso2time, time2isoz)


def lwp_cookie_str(cookie):
    """A cookie as the header's text."""
    h = [(cookie.name, cookie.value), ("path", cookie.path),
         ("domain", cookie.domain)]
    if cookie.port is not None:
        h.append(("port", cookie.port))
    for name, value in (("path_spec", cookie.path_specified),
                        ("port_spec", cookie.port_specified),
                        ("domain_dot", cookie.domain_initial_dot),
                        ("secure", cookie.secure)):
        if value:
            h.append((name, None))
    if cookie.expires:
        h.append(("expires", time2isoz(float(cookie.expires))))
    if cookie.discard:
        h.append(("discard", None))
    if cookie.comment:
        h.append(("comment", cookie.comment))
    if cookie.comment_url:
        h.append(("commenturl", cookie.comment_url))
    for k in sorted(cookie._rest.keys()):
        h.append((k, str(cookie._rest[k])))
    h.append(("version", str(cookie.version)))
    return join_header_words([h])


class LWPCookieJar(FileCookieJar):
    """Saves all that there is to know of a cookie."""

    def as_lwp_str(self, ignore_discard=True, ignore_expires=True):
        lines = ["Set-Cookie3: %s" % lwp_cookie_str(cookie)
                 for cookie in self._to_save(ignore_discard, ignore_expires,
                                             time.time())]
        return "\n".join(lines + [""])

    def save(self, filename=None, ignore_discard=False, ignore_expires=False):
        f = open(self._name(filename), "w")
        try:
            f.write("#LWP-Cookies-2.0\n")
            f.write(self.as_lwp_str(ignore_discard, ignore_expires))
        finally:
            f.close()

    _booleans = ("port_spec", "path_spec", "domain_dot", "secure", "discard")
    _values = ("version", "port", "path", "domain", "expires", "comment",
               "commenturl")

    def _really_load(self, f, filename, ignore_discard, ignore_expires):
        magic = f.readline()
        if not re.search(self.magic_re, magic):
            raise LoadError("%r does not look like a Set-Cookie3 (LWP) format "
                            "file" % filename)
        self._load_lines(f, filename, ignore_discard, ignore_expires)

    _format = "Set-Cookie3 format"

    def _cookies_of(self, line):
        if not line.startswith("Set-Cookie3:"):
            return []
        text = line[len("Set-Cookie3:"):].strip()
        return map(self._cookie_of, split_header_words([text]))

    def _cookie_of(self, data):
        name, value = data[0]
        standard = dict.fromkeys(self._booleans, False)
        rest = {}
        for k, v in data[1:]:
            lc = k.lower() if k is not None else None
            if lc in self._values or lc in self._booleans:
                k = lc
            if k in self._booleans:
                standard[k] = True if v is None else v
            elif k in self._values:
                standard[k] = v
            else:
                rest[k] = v
        h = standard.get
        expires = h("expires")
        discard = h("discard")
        if expires is not None:
            expires = iso2time(expires)
        if expires is None:
            discard = True
        domain = h("domain")
        return Cookie(h("version"), name, value, h("port"), h("port_spec"),
                      domain, domain.startswith("."), h("domain_dot"),
                      h("path"), h("path_spec"), h("secure"), expires, discard,
                      h("comment"), h("commenturl"), rest)
