# coding: 1252
text = u"é¤x"
bytes = "é¤"
raw = r"\¤"
escaped = "\x41¤"
