# no newline at the end
x = 1
if x:
    print "crlf", x

print """a
b""".split("\n")
print "end"