# One thread takes lines of a file while another seeks in it, and a third
# closes: every line is of the file, errors are those of files, nobody crashes.
import os
import tempfile
import threading
import time

name = tempfile.mktemp()
with open(name, 'w') as f:
    f.write('line\n' * 2000)

bad = []


def lines(f):
    while True:
        try:
            for line in f:
                # A seek in the midst of a line may join two.
                if line.strip('line') != '\n':
                    bad.append(line)
            f.seek(0)
        except ValueError:
            return


def seek(f):
    try:
        while True:
            for i in range(5):
                f.seek(i)
    except ValueError:
        pass


for turn in range(4):
    f = open(name)
    threads = [threading.Thread(target=body, args=(f,))
               for body in (lines, seek)]
    for t in threads:
        t.start()
    threads[0].join(0.05)
    while not f.closed:
        try:
            f.close()
        except IOError as e:
            assert 'concurrent operation' in str(e), e
            time.sleep(0.001)
    for t in threads:
        t.join()
os.remove(name)
print bad[:3]
