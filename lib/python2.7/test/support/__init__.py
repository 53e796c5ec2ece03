"""test.test_support under its other name."""

from test.test_support import *
from test.test_support import __all__
from test.test_support import (
    _1M, _1G, _2G, _4G, _crash_python, _force_run, _header, _id,
    _match_test_func, _original_stdout, _parse_guards, _run_suite, _vheader)
