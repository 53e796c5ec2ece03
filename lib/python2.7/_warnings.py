"""What CPython's warnings takes from C: here it is the other way round."""

from warnings import default_action, filters, once_registry, warn, \
    warn_explicit
