"""The parser expat."""

__version__ = '$Revision: 17640 $'

from pyexpat import *
