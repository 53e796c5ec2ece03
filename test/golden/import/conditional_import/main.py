import sys
if len(sys.argv) > 100:
    import never_there
else:
    import really as mod
print mod.x
if False:
    import also_not_there
for name in 'x':
    from really import x
print x
class C:
    from really import x as attr
    import really
print C.attr, C.really is mod
