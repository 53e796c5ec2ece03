import threading
import log
def body():
    log.lines.append('ran')
t = threading.Thread(target=body)
t.start()
t.join()
done = True
