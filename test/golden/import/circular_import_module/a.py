print 'a starts'
import b
name = 'a'
def get_b(): return b.name
print 'a ends'
