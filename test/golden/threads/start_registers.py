"""Behind start() a thread is known and alive, whoever comes first."""
import threading

wrong = 0
for i in range(300):
    hold = threading.Event()
    quick = threading.Thread(target=int)
    slow = threading.Thread(target=hold.wait)
    quick.start()
    slow.start()
    wrong += quick.ident is None or slow.ident is None
    wrong += not slow.is_alive() or slow not in threading.enumerate()
    hold.set()
    quick.join()
    slow.join()
    wrong += quick.is_alive() or slow.is_alive()
    wrong += threading.active_count() != 1
    try:
        quick.start()
        wrong += 1
    except RuntimeError:
        pass
print wrong
