"""Constants and membership tests for ASCII characters"""

controlnames = [
    "NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "BEL",
    "BS", "HT", "LF", "VT", "FF", "CR", "SO", "SI",
    "DLE", "DC1", "DC2", "DC3", "DC4", "NAK", "SYN", "ETB",
    "CAN", "EM", "SUB", "ESC", "FS", "GS", "RS", "US", "SP"]

(NUL, SOH, STX, ETX, EOT, ENQ, ACK, BEL, BS, HT, LF, VT, FF, CR, SO, SI, DLE,
 DC1, DC2, DC3, DC4, NAK, SYN, ETB, CAN, EM, SUB, ESC, FS, GS, RS, US,
 SP) = range(33)
TAB = HT
NL = LF
DEL = 0x7f


def _ctoi(c):
    return ord(c) if type(c) == type("") else c


def isalnum(c):
    return isalpha(c) or isdigit(c)


def isalpha(c):
    return isupper(c) or islower(c)


def isascii(c):
    return 0 <= _ctoi(c) <= 127


def isblank(c):
    return _ctoi(c) in (TAB, SP)


def iscntrl(c):
    c = _ctoi(c)
    return 0 <= c < SP or c == DEL


def isdigit(c):
    return 48 <= _ctoi(c) <= 57


def isgraph(c):
    return SP < _ctoi(c) < DEL


def islower(c):
    return 97 <= _ctoi(c) <= 122


def isprint(c):
    return SP <= _ctoi(c) < DEL


def ispunct(c):
    return isgraph(c) and not isalnum(c)


def isspace(c):
    c = _ctoi(c)
    return TAB <= c <= CR or c == SP


def isupper(c):
    return 65 <= _ctoi(c) <= 90


def isxdigit(c):
    c = _ctoi(c)
    return isdigit(c) or 65 <= c <= 70 or 97 <= c <= 102


def isctrl(c):
    return 0 <= _ctoi(c) < SP


def ismeta(c):
    return _ctoi(c) > 127


def _like(c, code):
    """code as what c is: a character or a number."""
    return chr(code) if type(c) == type("") else code


def ascii(c):
    return _like(c, _ctoi(c) & 0x7f)


def ctrl(c):
    return _like(c, _ctoi(c) & 0x1f)


def alt(c):
    return _like(c, _ctoi(c) | 0x80)


def unctrl(c):
    """How a character is shown: ^A for control-A, ! before bytes above 127."""
    bits = _ctoi(c)
    low = bits & 0x7f
    if low == DEL:
        shown = '^?'
    elif low < SP:
        shown = '^' + chr(low | 0x40)
    else:
        shown = chr(low)
    return '!' + shown if bits & 0x80 else shown
