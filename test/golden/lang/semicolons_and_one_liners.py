x = 1; y = 2; print x + y;
if x: print 'a'; print 'b'
for i in range(2): print i,; print 'in loop'
else: print 'else'
while x: x -= 1; print 'while'
try: 1 / 0
except ZeroDivisionError: print 'zde'; y = 5
finally: print 'fin'; print y
def f(): a = 1; return a
class C: z = 3; w = z + 1
print f(), C.w
if not x: \
    print 'continued'
