# Methods of bytearray that look twice at bytes which another thread changes.
import threading

text = bytearray('ab\tcd\t' * 50)
stop = []


def change():
    while not stop:
        for i in xrange(0, len(text), 3):
            text[i] = '\t'
        for i in xrange(0, len(text), 3):
            text[i] = 'a'


threads = [threading.Thread(target=change) for i in range(2)]
for t in threads:
    t.start()
wrong = 0
part = bytearray('\t')
for i in xrange(3000):
    long = text.replace('a', 'xyz')
    short = text.replace('ab', '')
    wrong += not (300 <= len(long) <= 700 and 200 <= len(short) <= 300)
    tabs = text.expandtabs(8)
    wrong += not len(text) <= len(tabs) <= 8 * len(text)
    left = text.translate(None, 'a\t')
    wrong += 'a' in left or '\t' in left or len(left) > len(text)
    wrong += len('a\tb'.replace(part, text)) < len(text)
stop.append(True)
for t in threads:
    t.join()
print wrong
