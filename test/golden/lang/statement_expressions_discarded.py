def f(): print 'called'; return 1
f()
f
f() if 1 else 0
1 < f() < f()
f(), f()
[f()][0]
'string statement'
5
None
f() and f()
try:
    undefined_name
except NameError as e:
    print e
