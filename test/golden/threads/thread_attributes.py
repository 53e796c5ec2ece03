import threading
t = threading.Thread(target=lambda: None, name='mine')
print t.name, t.getName(), t.daemon, t.isDaemon(), t.is_alive(), t.ident
t.start(); t.join()
print t.is_alive(), t.ident is not None, threading.currentThread().name
print threading.current_thread() is threading.currentThread()
t.name = 'renamed'; print t.name
names = []
def work(): names.append(threading.current_thread().name)
for n in ('a', 'b'):
    t = threading.Thread(target=work, name=n)
    t.start()
    t.join()
print names, threading.activeCount(), [x.name for x in threading.enumerate()]
try:
    t.start()
except RuntimeError as e:
    print e
try:
    threading.Thread(target=work).join()
except RuntimeError as e:
    print e
try:
    threading.current_thread().join()
except RuntimeError as e:
    print e
