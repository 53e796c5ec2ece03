from __future__ import (absolute_import, with_statement, generators, nested_scopes)
from __future__ import division as dv
import __future__
print dv.getOptionalRelease()[:2], __future__.division.getMandatoryRelease()[0]
print __future__.all_feature_names
print absolute_import.compiler_flag, 1 / 2
