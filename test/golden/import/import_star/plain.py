public = 1
_private = 2
import os
def function(): return _private
class Klass: pass
