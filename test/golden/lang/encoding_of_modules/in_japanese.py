# coding: shiftjis
text = u"ｰ｡x"
bytes = "ｰ｡"
raw = r"\ｰ｡"
escaped = "\x41ｰ｡"
