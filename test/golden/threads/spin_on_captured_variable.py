import threading
def run():
    state = {'stop': False}
    out = []
    def spin():
        n = 0
        while not state['stop']: n += 1
        out.append(n >= 0)
    t = threading.Thread(target=spin)
    t.start()
    threading.Event().wait(0.02)
    state['stop'] = True
    t.join()
    return out
print run()
