"""Where Python's files would be, and how it was configured; see the module
sysconfig."""

import os
import sys
import sysconfig as _sysconfig

from distutils.errors import DistutilsPlatformError

PREFIX = os.path.normpath(getattr(sys, 'prefix', '/usr/local'))
EXEC_PREFIX = os.path.normpath(getattr(sys, 'exec_prefix', PREFIX))
python_build = False


def get_python_version():
    return sys.version[:3]


def get_python_inc(plat_specific=0, prefix=None):
    """The folder of Python's headers."""
    if prefix is None:
        prefix = EXEC_PREFIX if plat_specific else PREFIX
    return os.path.join(prefix, "include", "python" + get_python_version())


def get_python_lib(plat_specific=0, standard_lib=0, prefix=None):
    """The folder of modules: those of others, or of the standard library."""
    if prefix is None:
        prefix = EXEC_PREFIX if plat_specific else PREFIX
    libpython = os.path.join(prefix, "lib", "python" + get_python_version())
    if standard_lib:
        return libpython
    return os.path.join(libpython, "site-packages")


def get_config_vars(*args):
    return _sysconfig.get_config_vars(*args)


def get_config_var(name):
    return get_config_vars().get(name)


def get_config_h_filename():
    return _sysconfig.get_config_h_filename()


def get_makefile_filename():
    return os.path.join(get_python_lib(plat_specific=1, standard_lib=1),
                        "config", "Makefile")


def parse_config_h(fp, g=None):
    return _sysconfig.parse_config_h(fp, g)
