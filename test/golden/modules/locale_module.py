import locale
print locale.setlocale(locale.LC_ALL), locale.setlocale(locale.LC_ALL, 'C')
print locale.getlocale(), locale.localeconv()['decimal_point']
print repr(locale.localeconv()['thousands_sep'])
print locale.format('%.2f', 1234.5, grouping=True), locale.format('%d', 1234567, True)
print locale.str(1.5), locale.atof('2.5'), locale.atoi('7'), locale.strcoll('a', 'b')
print locale.strxfrm('abc'), locale.format_string('%s is %d', ('x', 5)), locale.LC_CTYPE
print locale.normalize('en_US')
try:
    locale.setlocale(locale.LC_ALL, 'xx_NOPE')
except locale.Error as e:
    print e
