"""Whether DISTUTILS_DEBUG asks for more messages."""

import os

DEBUG = os.environ.get('DISTUTILS_DEBUG')
