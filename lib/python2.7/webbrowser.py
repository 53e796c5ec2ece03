"""Shows pages in the browser of the user."""

import os
import shlex
import stat
import subprocess
import sys
import time

__all__ = ["Error", "open", "open_new", "open_new_tab", "get", "register"]


class Error(Exception):
    """No browser was found."""


_browsers = {}      # name -> [class, instance]
_tryorder = []      # names, the preferred first


def register(name, klass, instance=None, update_tryorder=1):
    """Makes a browser known; update_tryorder > 0: as the last to be tried,
    < 0: as the first."""
    _browsers[name.lower()] = [klass, instance]
    if update_tryorder > 0:
        _tryorder.append(name)
    elif update_tryorder < 0:
        _tryorder.insert(0, name)


def get(using=None):
    """A browser: the one of this name or command, or the first there is."""
    alternatives = [using] if using is not None else _tryorder
    for browser in alternatives:
        if '%s' in browser:
            # A command line.
            browser = shlex.split(browser)
            if browser[-1] == '&':
                return BackgroundBrowser(browser[:-1])
            return GenericBrowser(browser)
        try:
            command = _browsers[browser.lower()]
        except KeyError:
            command = _synthesize(browser)
        if command[1] is not None:
            return command[1]
        if command[0] is not None:
            return command[0]()
    raise Error("could not locate runnable browser")


def open(url, new=0, autoraise=True):
    for name in _tryorder:
        browser = get(name)
        if browser.open(url, new, autoraise):
            return True
    return False


def open_new(url):
    return open(url, 1)


def open_new_tab(url):
    return open(url, 2)


def _synthesize(browser, update_tryorder=1):
    """A browser of a path, like a known one of that name."""
    cmd = browser.split()[0]
    if not _iscommand(cmd):
        return [None, None]
    name = os.path.basename(cmd)
    try:
        command = _browsers[name.lower()]
    except KeyError:
        return [None, None]
    controller = command[1]
    if controller and name.lower() == controller.basename:
        import copy
        controller = copy.copy(controller)
        controller.name = browser
        controller.basename = os.path.basename(browser)
        register(browser, None, controller, update_tryorder)
        return [None, controller]
    return [None, None]


def _isexecutable(cmd):
    return os.path.isfile(cmd) and \
        bool(os.stat(cmd)[stat.ST_MODE] & 0111)


def _iscommand(cmd):
    """Whether this is a program, by itself or along PATH."""
    if _isexecutable(cmd):
        return True
    for d in os.environ.get("PATH", "").split(os.pathsep):
        if d and _isexecutable(os.path.join(d, cmd)):
            return True
    return False


class BaseBrowser(object):
    """What browsers have in common."""

    args = ['%s']

    def __init__(self, name=""):
        self.name = name
        self.basename = name

    def open(self, url, new=0, autoraise=True):
        raise NotImplementedError

    def open_new(self, url):
        return self.open(url, 1)

    def open_new_tab(self, url):
        return self.open(url, 2)


class GenericBrowser(BaseBrowser):
    """A program that is waited for."""

    def __init__(self, name):
        if isinstance(name, basestring):
            self.name = name
            self.args = ["%s"]
        else:
            self.name = name[0]
            self.args = name[1:]
        self.basename = os.path.basename(self.name)

    def open(self, url, new=0, autoraise=True):
        cmdline = [self.name] + [arg.replace("%s", url) for arg in self.args]
        try:
            return not subprocess.Popen(cmdline, close_fds=True).wait()
        except OSError:
            return False


class BackgroundBrowser(GenericBrowser):
    """A program that is not waited for."""

    def open(self, url, new=0, autoraise=True):
        cmdline = [self.name] + [arg.replace("%s", url) for arg in self.args]
        try:
            p = subprocess.Popen(cmdline, close_fds=True,
                                 preexec_fn=getattr(os, "setsid", None))
            return p.poll() is None
        except OSError:
            return False


class UnixBrowser(BaseBrowser):
    """A program that may talk to one that runs already."""

    raise_opts = None
    remote_args = ['%action', '%s']
    remote_action = None
    remote_action_newwin = None
    remote_action_newtab = None
    background = False
    redirect_stdout = True

    def _invoke(self, args, remote, autoraise):
        raise_opt = []
        if remote and self.raise_opts:
            autoraise = int(autoraise)
            opt = self.raise_opts[autoraise]
            if opt:
                raise_opt = [opt]
        cmdline = [self.name] + raise_opt + args
        if remote or self.background:
            inout = file(os.devnull, "r+")
        else:
            # A browser in the terminal.
            inout = None
        p = subprocess.Popen(cmdline, close_fds=True, stdin=inout,
                             stdout=(self.redirect_stdout and inout or None),
                             stderr=inout,
                             preexec_fn=getattr(os, 'setsid', None))
        if remote:
            # It answers soon whether it could.
            time.sleep(1)
            rc = p.poll()
            if rc is None:
                time.sleep(4)
                rc = p.poll()
                if rc is None:
                    return True
            return not rc
        if self.background:
            return p.poll() is None
        return not p.wait()

    def open(self, url, new=0, autoraise=True):
        if new == 0:
            action = self.remote_action
        elif new == 1:
            action = self.remote_action_newwin
        elif new == 2:
            if self.remote_action_newtab is None:
                action = self.remote_action_newwin
            else:
                action = self.remote_action_newtab
        else:
            raise Error("Bad 'new' parameter to open(); " +
                        "expected 0, 1, or 2, got %s" % new)
        args = [arg.replace("%s", url).replace("%action", action)
                for arg in self.remote_args]
        success = self._invoke(args, True, autoraise)
        if not success:
            # Nobody runs that could be told: start one.
            args = [arg.replace("%s", url) for arg in self.args]
            return self._invoke(args, False, False)
        return True


class Mozilla(UnixBrowser):
    raise_opts = ["-noraise", "-raise"]
    remote_args = ['-remote', 'openURL(%s%action)']
    remote_action = ""
    remote_action_newwin = ",new-window"
    remote_action_newtab = ",new-tab"
    background = True


Netscape = Mozilla


class Galeon(UnixBrowser):
    raise_opts = ["-noraise", ""]
    remote_args = ['%action', '%s']
    remote_action = "-n"
    remote_action_newwin = "-w"
    background = True


class Chrome(UnixBrowser):
    remote_args = ['%action', '%s']
    remote_action = ""
    remote_action_newwin = "--new-window"
    remote_action_newtab = ""
    background = True


Chromium = Chrome


class Opera(UnixBrowser):
    raise_opts = ["-noraise", ""]
    remote_args = ['-remote', 'openURL(%s%action)']
    remote_action = ""
    remote_action_newwin = ",new-window"
    remote_action_newtab = ",new-page"
    background = True


class Elinks(UnixBrowser):
    remote_args = ['-remote', 'openURL(%s%action)']
    remote_action = ""
    remote_action_newwin = ",new-window"
    remote_action_newtab = ",new-tab"
    background = False
    # It needs the terminal.
    redirect_stdout = False


class Konqueror(BaseBrowser):
    """KDE's, through kfmclient or by itself."""

    def open(self, url, new=0, autoraise=True):
        action = "newTab" if new == 2 else "openURL"
        devnull = file(os.devnull, "r+")
        setsid = getattr(os, "setsid", None)
        try:
            p = subprocess.Popen(["kfmclient", action, url], close_fds=True,
                                 stdin=devnull, stdout=devnull, stderr=devnull)
            p.wait()
            return True
        except OSError:
            pass
        for cmdline in (["konqueror", "--silent", url],
                        ["kfm", "-d", url]):
            try:
                p = subprocess.Popen(cmdline, close_fds=True, stdin=devnull,
                                     stdout=devnull, stderr=devnull,
                                     preexec_fn=setsid)
            except OSError:
                continue
            return p.poll() is None
        return False


def register_X_browsers():
    for program in ("xdg-open", "gvfs-open", "gnome-open"):
        if _iscommand(program):
            register(program, None, BackgroundBrowser(program))
    if "KDE_FULL_SESSION" in os.environ and _iscommand("kfmclient"):
        register("kfmclient", Konqueror, Konqueror("kfmclient"))
    if _iscommand("x-www-browser"):
        register("x-www-browser", None, BackgroundBrowser("x-www-browser"))
    for browsers, cls in (
            (("mozilla-firefox", "firefox", "mozilla-firebird", "firebird",
              "iceweasel", "iceape", "seamonkey", "mozilla", "netscape"),
             Mozilla),
            (("kfm", "konqueror"), Konqueror),
            (("galeon", "epiphany"), Galeon),
            (("google-chrome", "chrome", "chromium", "chromium-browser"),
             Chrome),
            (("opera",), Opera)):
        for browser in browsers:
            if _iscommand(browser):
                register(browser, None, cls(browser))


if os.environ.get("DISPLAY"):
    register_X_browsers()
if os.environ.get("TERM"):
    for _name in ("www-browser", "links", "lynx", "w3m"):
        if _iscommand(_name):
            register(_name, None, GenericBrowser(_name))
    if _iscommand("elinks"):
        register("elinks", None, Elinks("elinks"))

# BROWSER: the user's own choice.
if "BROWSER" in os.environ:
    for _cmdline in reversed(os.environ["BROWSER"].split(os.pathsep)):
        if _cmdline != '':
            _cmd = _synthesize(_cmdline, -1)
            if _cmd[1] is None:
                register(_cmdline, None, GenericBrowser(_cmdline), -1)


def main():
    import getopt
    usage = """Usage: %s [-n | -t] url
    -n: open new window
    -t: open new tab""" % sys.argv[0]
    try:
        opts, args = getopt.getopt(sys.argv[1:], 'ntd')
    except getopt.error, msg:
        print >>sys.stderr, msg
        print >>sys.stderr, usage
        sys.exit(1)
    new_win = 0
    for o, a in opts:
        if o == '-n':
            new_win = 1
        elif o == '-t':
            new_win = 2
    if len(args) != 1:
        print >>sys.stderr, usage
        sys.exit(1)
    open(args[0], new_win)
    print "\a"


if __name__ == "__main__":
    main()
