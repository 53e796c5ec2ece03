import multiprocessing

q = multiprocessing.Queue()
q.put('knock knock')
got = q.get(timeout=10)
q.close()
