def main(): return 'tool main'
if __name__ == '__main__':
    print 'not printed'
else:
    print 'imported as', __name__
