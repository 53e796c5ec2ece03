# A debugger in the middle of a program.
import pdb
def f(a, b):
    c = a + b
    pdb.set_trace()
    d = c * 2
    return d
def main():
    total = 0
    for i in range(2):
        total += f(i, 10)
    print 'total', total
if __name__ == '__main__':
    main()
