# Characters that names of cookies may have.
import Cookie
c = Cookie.SimpleCookie()
for key in ('a', 'a.b', 'a:b', 'a b', 'x|y~', 'path', ''):
    try:
        c[key] = '1'
        print repr(key), c[key].OutputString()
    except Cookie.CookieError as error:
        print error
print Cookie._quote('a:b'), Cookie._quote('a.b')
