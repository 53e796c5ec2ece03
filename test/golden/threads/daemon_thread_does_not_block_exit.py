import threading, time
def forever():
    while True: time.sleep(0.01)
t = threading.Thread(target=forever)
t.daemon = True
t.start()
print t.isDaemon(), t.isAlive()
print 'main ends'
