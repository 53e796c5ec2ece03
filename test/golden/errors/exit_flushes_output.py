import sys, os
sys.stdout.write('no newline at end')
sys.stderr.write('err text')
sys.exit(1)
