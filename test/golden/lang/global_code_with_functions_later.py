def main():
    print helper(3), CONSTANT, Klass().v
def helper(n): return n + offset
CONSTANT = 'const'
offset = 10
class Klass: v = CONSTANT + '!'
if __name__ == '__main__':
    main()
offset = 20
main()
