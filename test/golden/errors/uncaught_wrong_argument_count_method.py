class Stack(object):
    def push(self, item):
        pass
s = Stack()
s.push(1, 2)
