# Managers whose messages are pickled or XML, one after the other.
import multiprocessing, Queue, sys, os
from multiprocessing.managers import BaseManager
class QueueManager(BaseManager):
    @classmethod
    def get_queue(cls): pass
class QM(BaseManager): pass
class QM2(BaseManager): pass
q = Queue.Queue()
def get_q(): return q
QM.register('get_queue', callable=get_q)
QM2.register('get_queue')
def putter(address, authkey, ser):
    m = QM2(address=address, authkey=authkey, serializer=ser)
    m.connect()
    queue = m.get_queue()
    queue.put(('hello', None, True, 2.25))
def main():
    for ser in ('pickle', 'xmlrpclib'):
        key = os.urandom(32)
        m = QM(address=('localhost', 0), authkey=key, serializer=ser)
        m.start()
        p = multiprocessing.Process(target=putter, args=(m.address, key, ser))
        p.daemon = True
        p.start()
        m2 = QM2(address=m.address, authkey=key, serializer=ser)
        m2.connect()
        qq = m2.get_queue()
        print qq.get()
        try: qq.put(time.sleep)
        except Exception as e: print type(e).__name__
        del qq
        m.shutdown()
        print 'done', ser
if __name__ == '__main__':
    main()
