import sys
x = None
x.append(1)
