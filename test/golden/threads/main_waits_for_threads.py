import threading, time
def late():
    time.sleep(0.4)
    print 'thread prints after main'
threading.Thread(target=late).start()
print 'main done'
