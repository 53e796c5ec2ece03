print 'b starts'
import a
print 'b sees a.name', hasattr(a, 'name')
name = 'b'
def get_a(): return a.name
print 'b ends'
