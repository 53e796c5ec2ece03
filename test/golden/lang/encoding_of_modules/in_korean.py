# coding: ks_c-5601-1987
text = u"가x"
bytes = "가"
raw = r"\가"
escaped = "\x41가"
