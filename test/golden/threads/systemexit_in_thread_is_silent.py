import threading, sys
def work():
    print 'before'
    sys.exit(3)
t = threading.Thread(target=work)
t.start(); t.join()
print 'main continues', t.is_alive()
