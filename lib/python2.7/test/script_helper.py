"""test.support.script_helper under its other name."""

from test.support.script_helper import *
