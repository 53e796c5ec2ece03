# coding: big5-tw
text = u"陛x"
bytes = "陛"
raw = r"\陛"
escaped = "\x41陛"
