# Ambiguous indentation, imports found in sources.
import tabnanny, tempfile, os, pdb, modulefinder
d = tempfile.mkdtemp()
def w(n, t):
    f = open(os.path.join(d, n), 'w'); f.write(t); f.close(); return os.path.join(d, n)
os.chdir(d)
w('good.py', 'if 1:\n    x\n'); w('bad.py', 'if 1:\n        x\n\ty\n'); w('tok.py', 'x = (\n')
for f in ('good.py', 'bad.py', 'tok.py'): tabnanny.check(f)
tabnanny.verbose = 1
tabnanny.check('bad.py'); tabnanny.check('good.py')
w('a.py', 'import b, nowhere\nfrom b import c, fun\n'); w('b.py', 'import sys\ndef fun(): pass\nc = 1\n')
m = modulefinder.ModuleFinder([d]); m.run_script('a.py')
print sorted(m.modules), m.any_missing()
print pdb.Restart.__mro__[1].__name__
try:
    pdb.post_mortem()
except ValueError, e:
    print e
