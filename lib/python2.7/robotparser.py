"""robots.txt: which pages a program may fetch."""

import time
import urllib
import urlparse

__all__ = ["RobotFileParser"]


class RobotFileParser:
    """The rules of a server."""

    def __init__(self, url=''):
        self.entries = []
        self.default_entry = None
        self.disallow_all = False
        self.allow_all = False
        self.set_url(url)
        self.last_checked = 0

    def mtime(self):
        """When the rules were fetched."""
        return self.last_checked

    def modified(self):
        """They have been fetched just now."""
        self.last_checked = time.time()

    def set_url(self, url):
        self.url = url
        self.host, self.path = urlparse.urlparse(url)[1:3]

    def read(self):
        """Fetches the rules."""
        opener = URLopener()
        f = opener.open(self.url)
        lines = [line.strip() for line in f]
        f.close()
        self.errcode = opener.errcode
        if self.errcode in (401, 403):
            self.disallow_all = True
        elif 400 <= self.errcode < 500:
            self.allow_all = True
        elif self.errcode == 200 and lines:
            self.parse(lines)

    def _add_entry(self, entry):
        if "*" in entry.useragents:
            # The first counts.
            if self.default_entry is None:
                self.default_entry = entry
        else:
            self.entries.append(entry)

    def parse(self, lines):
        """Takes the lines of a file; what is wrong in them is left out."""
        # 0: between entries, 1: behind user-agent, 2: behind a rule.
        state = 0
        entry = Entry()
        self.modified()
        for line in lines:
            if not line:
                if state == 1:
                    entry = Entry()
                    state = 0
                elif state == 2:
                    self._add_entry(entry)
                    entry = Entry()
                    state = 0
            line = line.partition('#')[0].strip()
            if not line:
                continue
            line = line.split(':', 1)
            if len(line) != 2:
                continue
            name = line[0].strip().lower()
            value = urllib.unquote(line[1].strip())
            if name == "user-agent":
                if state == 2:
                    self._add_entry(entry)
                    entry = Entry()
                entry.useragents.append(value)
                state = 1
            elif name in ("disallow", "allow") and state != 0:
                entry.rulelines.append(RuleLine(value, name == "allow"))
                state = 2
        if state == 2:
            self._add_entry(entry)

    def can_fetch(self, useragent, url):
        """Whether the program of this name may fetch a page."""
        if self.disallow_all:
            return False
        if self.allow_all:
            return True
        # Nothing is known before the rules are.
        if not self.last_checked:
            return False
        parsed = urlparse.urlparse(urllib.unquote(url))
        url = urlparse.urlunparse(('', '', parsed.path, parsed.params,
                                   parsed.query, parsed.fragment))
        url = urllib.quote(url) or "/"
        for entry in self.entries:
            if entry.applies_to(useragent):
                return entry.allowance(url)
        if self.default_entry:
            return self.default_entry.allowance(url)
        return True

    def __str__(self):
        entries = self.entries
        if self.default_entry is not None:
            entries = entries + [self.default_entry]
        return '\n'.join(map(str, entries)) + '\n'


class RuleLine:
    """Allow: or Disallow: with the start of a path."""

    def __init__(self, path, allowance):
        if path == '' and not allowance:
            # Nothing is disallowed.
            allowance = True
        path = urlparse.urlunparse(urlparse.urlparse(path))
        self.path = urllib.quote(path)
        self.allowance = allowance

    def applies_to(self, filename):
        return self.path == "*" or filename.startswith(self.path)

    def __str__(self):
        return (self.allowance and "Allow" or "Disallow") + ": " + self.path


class Entry:
    """Rules for some programs."""

    def __init__(self):
        self.useragents = []
        self.rulelines = []

    def __str__(self):
        lines = ["User-agent: %s\n" % agent for agent in self.useragents]
        lines.extend(["%s\n" % line for line in self.rulelines])
        return ''.join(lines)

    def applies_to(self, useragent):
        useragent = useragent.split("/")[0].lower()
        for agent in self.useragents:
            if agent == '*':
                return True
            if agent.lower() in useragent:
                return True
        return False

    def allowance(self, filename):
        for line in self.rulelines:
            if line.applies_to(filename):
                return line.allowance
        return True


def _make_opener():
    from urllib import FancyURLopener

    class URLopener(FancyURLopener):
        """Notes the status and asks for no password."""

        def __init__(self, *args):
            FancyURLopener.__init__(self, *args)
            self.errcode = 200

        def prompt_user_passwd(self, host, realm):
            return None, None

        def http_error_default(self, url, fp, errcode, errmsg, headers):
            self.errcode = errcode
            return FancyURLopener.http_error_default(self, url, fp, errcode,
                                                     errmsg, headers)

    return URLopener


URLopener = _make_opener()
