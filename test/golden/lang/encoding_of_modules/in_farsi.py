# coding: mac_farsi
text = u"é¤x"
bytes = "é¤"
raw = r"\¤"
escaped = "\x41¤"
