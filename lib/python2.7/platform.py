"""What machine, system and Python a program runs on."""

import sys
import os
import re

__version__ = '1.0.7'
DEV_NULL = os.devnull

_uname_cache = None
_platform_cache = {}
_sys_version_cache = {}


def libc_ver(executable=sys.executable, lib='', version='', chunksize=2048):
    """(name, version) of the C library that a program is linked with."""
    if not executable:
        return lib, version
    if hasattr(os.path, 'realpath'):
        executable = os.path.realpath(executable)
    find = re.compile('(__libc_init)'
                      '|(GLIBC_([0-9.]+))'
                      r'|(libc(_\w+)?\.so(?:\.(\d[0-9.]*))?)').search
    f = open(executable, 'rb')
    binary = f.read(chunksize)
    pos = 0
    while 1:
        m = None
        if 'libc' in binary or 'GLIBC' in binary:
            m = find(binary, pos)
        if not m or m.end() == len(binary):
            # Keep what may be the start of a name that goes on.
            more = f.read(chunksize)
            if more:
                binary = binary[max(pos, len(binary) - 1000):] + more
                pos = 0
                continue
            if not m:
                break
        libcinit, glibc, glibcversion, so, threads, soversion = m.groups()
        if libcinit and not lib:
            lib = 'libc'
        elif glibc:
            if lib != 'glibc':
                lib = 'glibc'
                version = glibcversion
            elif _version_key(glibcversion) > _version_key(version):
                version = glibcversion
        elif so and lib != 'glibc':
            lib = 'libc'
            if soversion and (not version or _version_key(soversion) >
                              _version_key(version)):
                version = soversion
            if threads and version[-len(threads):] != threads:
                version = version + threads
        pos = m.end()
    f.close()
    return lib, version


def _version_key(version):
    return [int(part) for part in version.split('.') if part.isdigit()]


_supported_dists = ('SuSE', 'debian', 'fedora', 'redhat', 'centos',
                    'mandrake', 'mandriva', 'rocks', 'slackware',
                    'yellowdog', 'gentoo', 'UnitedLinux', 'turbolinux',
                    'arch', 'mageia')


def linux_distribution(distname='', version='', id='',
                       supported_dists=_supported_dists,
                       full_distribution_name=1):
    """(name, version, code name) of the Linux distribution."""
    try:
        names = sorted(os.listdir('/etc'))
    except os.error:
        return distname, version, id
    for name in names:
        m = re.match(r'(\w+)[-_](release|version)$', name)
        if m and m.group(1) in supported_dists:
            found = m.group(1)
            break
    else:
        return distname, version, id
    with open('/etc/' + name) as f:
        firstline = f.readline().strip()
    if full_distribution_name:
        found_name, version, id = _parse_release_file(firstline)
        return found_name or found, version or '', id or ''
    _, version, id = _parse_release_file(firstline)
    return found, version or '', id or ''


def _parse_release_file(firstline):
    m = re.match(r'(.+) release ([\d.]+)[^(]*(?:\((.+)\))?', firstline) or \
        re.match(r'([^0-9]+)([\d.]+)[^(]*(?:\((.+)\))?$', firstline)
    if m:
        return m.groups()
    words = firstline.split()
    if words:
        return '', words[0], words[1] if len(words) > 1 else ''
    return '', '', ''


def dist(distname='', version='', id='', supported_dists=_supported_dists):
    return linux_distribution(distname, version, id,
                              supported_dists=supported_dists,
                              full_distribution_name=0)


def popen(cmd, mode='r', bufsize=None):
    if bufsize is None:
        return os.popen(cmd, mode)
    return os.popen(cmd, mode, bufsize)


def win32_ver(release='', version='', csd='', ptype=''):
    return release, version, csd, ptype


def mac_ver(release='', versioninfo=('', '', ''), machine=''):
    return release, versioninfo, machine


def java_ver(release='', vendor='', vminfo=('', '', ''),
             osinfo=('', '', '')):
    return release, vendor, vminfo, osinfo


def system_alias(system, release, version):
    """The names that marketing gives to some systems."""
    if system == 'SunOS':
        if release < '5':
            return system, release, version
        parts = release.split('.')
        try:
            major = int(parts[0])
        except ValueError:
            pass
        else:
            parts[0] = str(major - 3)
            release = '.'.join(parts)
        system = 'Solaris' if release < '6' else 'Solaris'
    elif system in ('win32', 'win16'):
        system = 'Windows'
    return system, release, version


def _platform(*args):
    """Join words with '-', and clean out what no file name likes."""
    text = '-'.join([x.strip() for x in filter(len, args)])
    for c in ' /\\:;"()':
        text = text.replace(c, '_' if c in ' ' else '-' if c in '/\\:;"()'
                            else c)
    text = text.replace('unknown', '')
    while 1:
        cleaned = text.replace('--', '-')
        if cleaned == text:
            break
        text = cleaned
    while text[-1:] == '-':
        text = text[:-1]
    return text


def _node(default=''):
    try:
        import socket
        return socket.gethostname()
    except (ImportError, EnvironmentError):
        return default


def _syscmd_file(target, default=''):
    """What the command `file` says about a file."""
    import subprocess
    if os.path.exists(target):
        target = os.path.realpath(target)
    try:
        with open(DEV_NULL) as dev_null:
            proc = subprocess.Popen(['file', '-b', '--', target],
                                    stdout=subprocess.PIPE, stderr=dev_null)
            output = proc.communicate()[0]
            rc = proc.returncode
    except (AttributeError, os.error):
        return default
    if not output or rc:
        return default
    return output


def architecture(executable=sys.executable, bits='', linkage=''):
    """(bits, linkage format) of a program, by default this one."""
    if not bits:
        bits = '64bit' if sys.maxsize > 2 ** 32 else '32bit'
    output = _syscmd_file(executable, '') if executable else ''
    if not output:
        return bits, linkage
    if 'executable' not in output and 'shared object' not in output:
        return bits, linkage
    if '32-bit' in output:
        bits = '32bit'
    elif '64-bit' in output:
        bits = '64bit'
    if 'ELF' in output:
        linkage = 'ELF'
    elif 'COFF' in output:
        linkage = 'COFF'
    return bits, linkage


def uname():
    """(system, node, release, version, machine, processor)"""
    global _uname_cache
    if _uname_cache is not None:
        return _uname_cache
    try:
        system, node, release, version, machine = os.uname()
    except AttributeError:
        system, node, release, version, machine = \
            sys.platform, _node(), '', '', ''
    processor = _processor()
    names = [system, node, release, version, machine, processor]
    _uname_cache = tuple(['' if x == 'unknown' else x for x in names])
    return _uname_cache


def _processor():
    """What `uname -p` says."""
    try:
        f = os.popen('uname -p 2> %s' % DEV_NULL)
    except (AttributeError, os.error):
        return ''
    output = f.read().strip()
    rc = f.close()
    if not output or rc:
        return ''
    return output


def system():
    return uname()[0]


def node():
    return uname()[1]


def release():
    return uname()[2]


def version():
    return uname()[3]


def machine():
    return uname()[4]


def processor():
    return uname()[5]


_sys_version_parser = re.compile(
    r'([\w.+]+)\s*'
    r'\(#?([^,]+)(?:,\s*([\w ]*)(?:,\s*([\w :]*))?)?\)\s*'
    r'\[([^\]]+)\]?')


def _sys_version(sys_version=None):
    """(name, version, branch, revision, build number, build date, compiler)
    from sys.version."""
    if sys_version is None:
        sys_version = sys.version
    result = _sys_version_cache.get(sys_version)
    if result is not None:
        return result
    if 'IronPython' in sys_version:
        name = 'IronPython'
        m = re.match(r'(?:IronPython )?([\d.]+)(?: \(([\d.]+)\))? on '
                     r'(.NET [\d.]+(?: \(\d+-bit\))?)', sys_version) or \
            re.match(r'([\d.]+)\s*\(IronPython\s*[\d.]+\s*'
                     r'\(([\d.]+)\) on ([\w.]+ [\d.]+(?: \(\d+-bit\))?)'
                     r'\)', sys_version)
        if m is None:
            raise ValueError('failed to parse IronPython sys.version: %s' %
                             repr(sys_version))
        version, _, compiler = m.groups()
        buildno = builddate = ''
    elif sys.platform.startswith('java'):
        name = 'Jython'
        m = _sys_version_parser.match(sys_version)
        if m is None:
            raise ValueError('failed to parse Jython sys.version: %s' %
                             repr(sys_version))
        version, buildno, builddate, buildtime, _ = m.groups()
        compiler = sys.platform
    elif 'PyPy' in sys_version:
        name = 'PyPy'
        m = re.match(r'([\w.+]+)\s*\(#?([^,]+),\s*([\w ]+),\s*([\w :]+)\)\s*'
                     r'\[PyPy [^\]]+\]?', sys_version)
        if m is None:
            raise ValueError('failed to parse PyPy sys.version: %s' %
                             repr(sys_version))
        version, buildno, builddate, buildtime = m.groups()
        compiler = ''
    else:
        name = 'CPython'
        m = _sys_version_parser.match(sys_version)
        if m is None:
            raise ValueError('failed to parse CPython sys.version: %s' %
                             repr(sys_version))
        version, buildno, builddate, buildtime, compiler = m.groups()
        if builddate is None:
            builddate = ''
        elif buildtime:
            builddate = builddate + ' ' + buildtime
    if hasattr(sys, 'subversion'):
        _, branch, revision = sys.subversion
    else:
        branch = revision = ''
    parts = version.split('.')
    if len(parts) == 2:
        parts.append('0')
        version = '.'.join(parts)
    result = (name, version, branch, revision, buildno, builddate, compiler)
    _sys_version_cache[sys_version] = result
    return result


def python_implementation():
    return _sys_version()[0]


def python_version():
    return _sys_version()[1]


def python_version_tuple():
    return tuple(_sys_version()[1].split('.'))


def python_branch():
    return _sys_version()[2]


def python_revision():
    return _sys_version()[3]


def python_build():
    return _sys_version()[4:6]


def python_compiler():
    return _sys_version()[6]


def platform(aliased=0, terse=0):
    """One line that says as much as possible about the system."""
    result = _platform_cache.get((aliased, terse), None)
    if result is not None:
        return result
    system, node, release, version, machine, processor = uname()
    if machine == processor:
        processor = ''
    if aliased:
        system, release, version = system_alias(system, release, version)
    if system == 'Linux':
        distname, distversion, distid = dist('')
        if distname and not terse:
            platform = _platform(system, release, machine, processor, 'with',
                                 distname, distversion, distid)
        else:
            libcname, libcversion = libc_ver(sys.executable)
            platform = _platform(system, release, machine, processor, 'with',
                                 libcname + libcversion)
    elif terse:
        platform = _platform(system, release)
    else:
        bits, linkage = architecture(sys.executable)
        platform = _platform(system, release, machine, processor, bits,
                             linkage)
    _platform_cache[(aliased, terse)] = platform
    return platform


if __name__ == '__main__':
    terse = 'terse' in sys.argv or '--terse' in sys.argv
    aliased = 'nonaliased' not in sys.argv and '--nonaliased' not in sys.argv
    print platform(aliased, terse)
    sys.exit(0)
