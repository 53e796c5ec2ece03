"""Opening, reading, writing, listing files; line by line and in blocks."""
import os
import shutil
import tempfile


def main():
    folder = tempfile.mkdtemp()
    try:
        work(folder)
    finally:
        shutil.rmtree(folder)


def work(folder):
    for i in xrange(2000):
        with open(os.path.join(folder, 'f%d' % i), 'w') as f:
            f.write('some text %d\n' % i)
    total = 0
    for i in range(3):
        for name in sorted(os.listdir(folder)):
            path = os.path.join(folder, name)
            total += os.path.getsize(path)
            with open(path) as f:
                total += len(f.read())
    big = os.path.join(folder, 'big')
    with open(big, 'w') as f:
        for i in xrange(200000):
            f.write('line %d of the file\n' % i)
    for i in range(3):
        for line in open(big):
            total += len(line)
        with open(big, 'rb') as f:
            while True:
                block = f.read(100)
                if not block:
                    break
                total += len(block)
        with open(big) as f:
            line = f.readline()
            while line:
                total += 1
                line = f.readline()
    print total


main()
