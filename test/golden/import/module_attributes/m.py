"""m doc"""
x = 1
def get_added(): return added
