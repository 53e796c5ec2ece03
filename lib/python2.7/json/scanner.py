"""Reads one JSON value: the loop over characters that decoding is."""

__all__ = ['make_scanner']


def _number_end(s, i, n):
    """Where the number at i ends, and whether it is a float; -1 if none."""
    if i < n and s[i] == '-':
        i += 1
    if i >= n:
        return -1, False
    c = s[i]
    if c == '0':
        i += 1
    elif '1' <= c <= '9':
        i += 1
        while i < n and '0' <= s[i] <= '9':
            i += 1
    else:
        return -1, False
    is_float = False
    if i + 1 < n and s[i] == '.' and '0' <= s[i + 1] <= '9':
        is_float = True
        i += 2
        while i < n and '0' <= s[i] <= '9':
            i += 1
    if i < n and (s[i] == 'e' or s[i] == 'E'):
        j = i + 1
        if j < n and (s[j] == '+' or s[j] == '-'):
            j += 1
        if j < n and '0' <= s[j] <= '9':
            is_float = True
            i = j + 1
            while i < n and '0' <= s[i] <= '9':
                i += 1
    return i, is_float


class Scanner(object):
    """scan_once(string, index) -> (value, index after it).

    StopIteration(index) means that no value starts there.
    """

    def __init__(self, context):
        self.strict = bool(context.strict)
        self.object_hook = context.object_hook
        self.object_pairs_hook = context.object_pairs_hook
        self.parse_float = context.parse_float
        self.parse_int = context.parse_int
        self.parse_constant = context.parse_constant
        self.encoding = context.encoding
        self.parse_object = context.parse_object
        self.parse_array = context.parse_array
        self.parse_string = context.parse_string

    def __call__(self, string, idx):
        if not isinstance(string, basestring):
            raise TypeError("first argument must be a string or unicode, "
                            "not %.80s" % type(string).__name__)
        if idx < 0 or idx >= len(string):
            raise StopIteration
        return self._scan(string, idx)

    def _scan(self, string, idx):
        n = len(string)
        if idx >= n:
            raise StopIteration(idx)
        c = string[idx]
        if c == '"':
            return self.parse_string(string, idx + 1, self.encoding,
                                     self.strict)
        if c == '{':
            return self.parse_object((string, idx + 1), self.encoding,
                                     self.strict, self._scan,
                                     self.object_hook,
                                     self.object_pairs_hook)
        if c == '[':
            return self.parse_array((string, idx + 1), self._scan)
        if c == 'n' and string[idx:idx + 4] == 'null':
            return None, idx + 4
        if c == 't' and string[idx:idx + 4] == 'true':
            return True, idx + 4
        if c == 'f' and string[idx:idx + 5] == 'false':
            return False, idx + 5
        end, is_float = _number_end(string, idx, n)
        if end >= 0:
            text = string[idx:end]
            if is_float:
                parse_float = self.parse_float
                if parse_float is None or parse_float is float:
                    return float(text), end
                return parse_float(text), end
            parse_int = self.parse_int
            if parse_int is None or parse_int is int:
                return int(text), end
            return parse_int(text), end
        if c == 'N' and string[idx:idx + 3] == 'NaN':
            return self.parse_constant('NaN'), idx + 3
        if c == 'I' and string[idx:idx + 8] == 'Infinity':
            return self.parse_constant('Infinity'), idx + 8
        if c == '-' and string[idx:idx + 9] == '-Infinity':
            return self.parse_constant('-Infinity'), idx + 9
        raise StopIteration(idx)


make_scanner = py_make_scanner = Scanner
c_make_scanner = None
