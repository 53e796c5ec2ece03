# C's stderr tells that Python's is lost.
import sys
sys.stderr = None
1 / 0
