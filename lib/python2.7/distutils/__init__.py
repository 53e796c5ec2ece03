"""The parts of distutils that programs use when they run: versions, folders
and files, finding programs, where Python keeps its modules.

Building and installing packages is not what a compiled program does."""

import sys

__version__ = '2.7.18'
