class Node(object):
    def __init__(self, v, next=None): self.v, self.next = v, next
class Tricky(object):
    def __eq__(self, o): return True
    def __ne__(self, o): return True
    def __nonzero__(self): return False
def walk(n):
    out = []
    while n is not None:
        out.append(n.v)
        n = n.next
    return out
print walk(Node(1, Node(2))), walk(None)
t = Tricky()
print t == None, t is None, t != None, not t, 'yes' if t else 'no'
def first(x=None):
    if x is None: return 'none'
    if not x: return 'empty'
    return x
print first(), first([]), first(0), first(t), first('v')
