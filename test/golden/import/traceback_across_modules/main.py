import util
def main():
    util.process([1, 0])
main()
