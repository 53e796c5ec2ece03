def one():
    return 1

class Two(object):
    def method(self):
        if self.x:
            for i in range(10):
                print i,
                value = compute(i, [1, 2, (3, 4])
                return value

print 'never reached'
