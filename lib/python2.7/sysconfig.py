"""Where Python is installed, and how it was configured.

A compiled program has no installation of Python around it: paths are those
that the usual schemes give for sys.prefix, and the variables are the ones
that follow from the machine."""

import os
import sys

__all__ = ['get_config_h_filename', 'get_config_var', 'get_config_vars',
           'get_makefile_filename', 'get_path', 'get_path_names', 'get_paths',
           'get_platform', 'get_python_version', 'get_scheme_names',
           'parse_config_h']

_POSIX_LIB = '{base}/lib/python{py_version_short}'
_POSIX_USER = '{userbase}/lib/python{py_version_short}'


def _scheme(stdlib, platstdlib, purelib, platlib, include, scripts, data):
    return {'stdlib': stdlib, 'platstdlib': platstdlib, 'purelib': purelib,
            'platlib': platlib, 'include': include, 'scripts': scripts,
            'data': data}


_INSTALL_SCHEMES = {
    'posix_prefix': _scheme(
        _POSIX_LIB, _POSIX_LIB.replace('base', 'platbase'),
        _POSIX_LIB + '/site-packages',
        _POSIX_LIB.replace('base', 'platbase') + '/site-packages',
        '{base}/include/python{py_version_short}', '{base}/bin', '{base}'),
    'posix_home': _scheme(
        '{base}/lib/python', '{base}/lib/python', '{base}/lib/python',
        '{base}/lib/python', '{base}/include/python', '{base}/bin', '{base}'),
    'posix_user': _scheme(
        _POSIX_USER, _POSIX_USER, _POSIX_USER + '/site-packages',
        _POSIX_USER + '/site-packages',
        '{userbase}/include/python{py_version_short}', '{userbase}/bin',
        '{userbase}'),
}
_INSTALL_SCHEMES['posix_prefix']['platinclude'] = (
    '{platbase}/include/python{py_version_short}')
_INSTALL_SCHEMES['posix_home']['platinclude'] = '{base}/include/python'

_SCHEME_KEYS = ('stdlib', 'platstdlib', 'purelib', 'platlib', 'include',
                'scripts', 'data')

_PY_VERSION = sys.version.split()[0]
_PY_VERSION_SHORT = '.'.join(_PY_VERSION.split('.')[:2])
_CONFIG_VARS = None


def get_python_version():
    """The version as "2.7"."""
    return _PY_VERSION_SHORT


def get_scheme_names():
    """The names of the installation schemes."""
    return tuple(sorted(_INSTALL_SCHEMES))


def get_path_names():
    """The names of the paths of a scheme."""
    return _SCHEME_KEYS


def is_python_build():
    """Does this Python run from the folder that it was built in?"""
    return False


def _get_default_scheme():
    return 'posix_prefix'


def _expand_vars(scheme, vars):
    """The paths of a scheme with the variables put in."""
    values = dict(get_config_vars())
    values.update(vars or {})
    return dict((name, os.path.normpath(os.path.expanduser(
        path.format(**values))))
        for name, path in _INSTALL_SCHEMES[scheme].items())


def get_paths(scheme=_get_default_scheme(), vars=None, expand=True):
    """The paths of a scheme by name."""
    if not expand:
        return _INSTALL_SCHEMES[scheme]
    return _expand_vars(scheme, vars)


def get_path(name, scheme=_get_default_scheme(), vars=None, expand=True):
    """One path of a scheme."""
    return get_paths(scheme, vars, expand)[name]


def _user_base():
    return os.environ.get('PYTHONUSERBASE',
                          os.path.join(os.path.expanduser('~'), '.local'))


def get_config_vars(*names):
    """The variables as a dict; given names, the list of their values."""
    global _CONFIG_VARS
    if _CONFIG_VARS is None:
        prefix = getattr(sys, 'prefix', '/usr/local')
        _CONFIG_VARS = {
            'prefix': prefix,
            'exec_prefix': getattr(sys, 'exec_prefix', prefix),
            'py_version': _PY_VERSION,
            'py_version_short': _PY_VERSION_SHORT,
            'py_version_nodot': _PY_VERSION_SHORT.replace('.', ''),
            'base': prefix,
            'platbase': getattr(sys, 'exec_prefix', prefix),
            'projectbase': os.getcwd(),
            'userbase': _user_base(),
            'srcdir': os.getcwd(),
            'VERSION': _PY_VERSION_SHORT,
            'EXE': '',
            'SO': '.so',
            'CC': 'cc',
            'SIZEOF_VOID_P': 8,
            'SIZEOF_LONG': 8,
            'Py_UNICODE_SIZE': 4,
            'Py_DEBUG': 0,
            'WITH_THREAD': 1,
            'LIBDIR': prefix + '/lib',
            'BINDIR': prefix + '/bin',
            'LIBDEST': '%s/lib/python%s' % (prefix, _PY_VERSION_SHORT),
            'INCLUDEPY': '%s/include/python%s' % (prefix, _PY_VERSION_SHORT),
        }
    if names:
        return [_CONFIG_VARS.get(name) for name in names]
    return _CONFIG_VARS


def get_config_var(name):
    """One variable, None if there is none of that name."""
    return get_config_vars().get(name)


def get_makefile_filename():
    """The name that the Makefile of an installation has."""
    return os.path.join(get_path('platstdlib'), 'config', 'Makefile')


def get_config_h_filename():
    """The name that pyconfig.h of an installation has."""
    return os.path.join(get_path('include'), 'pyconfig.h')


def parse_config_h(fp, vars=None):
    """The names that a file like pyconfig.h defines, with their values."""
    import re
    if vars is None:
        vars = {}
    defined = re.compile(r'#define ([A-Z][A-Za-z0-9_]+) (.*)\n')
    undefined = re.compile(r'/[*] #undef ([A-Z][A-Za-z0-9_]+) [*]/\n')
    for line in iter(fp.readline, ''):
        match = defined.match(line)
        if match:
            name, value = match.groups()
            try:
                value = int(value)
            except ValueError:
                pass
            vars[name] = value
            continue
        match = undefined.match(line)
        if match:
            vars[match.group(1)] = 0
    return vars


def get_platform():
    """The system and machine, as "linux-x86_64"."""
    if not hasattr(os, 'uname'):
        return sys.platform
    system, host, release, version, machine = os.uname()
    system = system.lower().replace('/', '')
    machine = machine.replace(' ', '_').replace('/', '-')
    return '%s-%s' % (system, machine)
