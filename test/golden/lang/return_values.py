def none(): pass
def bare(): return
def tup(): return 1, 2
def par(): return (1,)
def nested():
    for i in range(5):
        while True:
            if i == 3: return 'from loop', i
            break
print none(), bare(), tup(), par(), nested()
