# compile() takes what has the old buffer protocol; eval() and exec do not.
import array

print eval(compile(buffer("$23$", 1, 2), "f", "eval"))
print eval(compile(bytearray("1+1"), "f", "eval"))
print eval(compile(array.array('c', '12'), "f", "eval"))
for source in (memoryview("3"), 5, None, u"1\0", buffer("1\0"), "1\0"):
    try:
        compile(source, "f", "eval")
    except TypeError as e:
        print e
for source in (buffer("1"), bytearray("1")):
    try:
        eval(source)
    except TypeError as e:
        print e
    try:
        exec source
    except TypeError as e:
        print e
