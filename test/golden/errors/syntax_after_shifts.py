# coding: iso2022_jp
x = u'日本語', '日本語' y
