import threading
names = []
def work():
    import json, string
    names.append(json.__name__ + string.__name__)
ts = [threading.Thread(target=work) for i in range(4)]
for t in ts: t.start()
for t in ts: t.join()
print names
