import sys
def cleanup():
    print 'cleanup'
def work():
    try:
        sys.exit(6)
    finally:
        cleanup()
try:
    work()
except Exception:
    print 'not caught by Exception'
