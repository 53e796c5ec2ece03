from distutils.version import LooseVersion, StrictVersion
print LooseVersion('1.10') > LooseVersion('1.9'), StrictVersion('1.2a1') < '1.2', StrictVersion('1.2.0'), repr(LooseVersion('2.7.1b3')), LooseVersion('2.7.1b3').version
try: StrictVersion('1.2.3.4')
except ValueError as e: print e
from distutils.util import strtobool, split_quoted
print strtobool('Yes'), strtobool('off'), split_quoted('a "b c" \'d\' e\\ f')
try: strtobool('x')
except ValueError as e: print e
from distutils.spawn import find_executable, spawn
print find_executable('sh') is not None, find_executable('no-such-program')
from distutils.errors import DistutilsExecError
try: spawn(['false'])
except DistutilsExecError as e: print e
from distutils.dir_util import mkpath, copy_tree, remove_tree
import tempfile, os
d = tempfile.mkdtemp()
print len(mkpath(os.path.join(d, 'a', 'b')))
open(os.path.join(d,'a','f'),'w').close()
print [os.path.relpath(p,d) for p in copy_tree(os.path.join(d,'a'), os.path.join(d,'c'))]
remove_tree(d); print os.path.exists(d)
import site, rlcompleter
print site.getsitepackages()[0].endswith('site-packages'), rlcompleter.Completer({'spam':1,'spin':len}).global_matches('sp')
print rlcompleter.Completer({'s':'x'}).attr_matches('s.isd')
