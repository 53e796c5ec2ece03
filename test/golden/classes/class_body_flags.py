import sys
class C:
    print hex(sys._getframe().f_code.co_flags), sys._getframe().f_code.co_name
print hex(sys._getframe().f_code.co_flags)
