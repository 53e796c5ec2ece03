class Node(object):
    def __init__(self, child=None): self.child = child
    def get(self): return self.child
tree = Node(Node(Node()))
print (tree.get()
           .get()
           .get()
           .get())
