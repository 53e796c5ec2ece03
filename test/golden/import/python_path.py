# The folders of PYTHONPATH are searched at run time, behind the program's own.
import os
import sys

if len(sys.path) > 0:
    print os.path.isdir(sys.path[0] or '.'), sys.path[0] == os.path.dirname(
        os.path.abspath(sys.argv[0])) or sys.path[0]
wanted = []
for item in os.environ.get('PYTHONPATH', '').split(':') \
        if 'PYTHONPATH' in os.environ else []:
    item = os.path.abspath(item)
    if item not in wanted:
        wanted.append(item)
print sys.path[1:len(wanted) + 1] == wanted
