"""What programs look up in CPython's matching engine."""
from _re import MAGIC, getcodesize, getlower

CODESIZE = 4
MAXREPEAT = 4294967295
