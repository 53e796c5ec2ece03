import sys
print sys.maxint, sys.maxsize, hex(sys.maxunicode), sys.byteorder, sys.version_info[:3]
print sys.version_info.major, sys.version[:6], sys.hexversion == 0x020712f0
print sys.platform, sys.api_version, sys.copyright.split('\n')[0], sys.float_info.max
print sys.float_info.dig, sys.float_info.epsilon, sys.float_repr_style, sys.long_info
print sys.getdefaultencoding(), sys.getfilesystemencoding(), sys.getrecursionlimit()
print sys.subversion[0], type(sys.flags).__name__, sys.flags.optimize
print sys.dont_write_bytecode in (True, False)
print type(sys.stdin), sys.stdout.name, sys.stderr.name, sys.stdin.name, sys.stdout.mode
print sys.stdin.mode, sys.stdout.isatty(), sys.stdout.fileno()
print sys.__stdout__ is sys.stdout
print sys.argv[1:], type(sys.path), type(sys.modules), 'sys' in sys.modules
print sys.modules['sys'] is sys, 'sys' in sys.builtin_module_names
print sys.exc_info(), sys.getsizeof([]) > 0, sys.gettrace(), sys.getprofile()
print sys.warnoptions, sys.ps1 if hasattr(sys, 'ps1') else 'no ps1'
