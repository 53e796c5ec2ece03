for i in range(4):
    if i == 1: continue
    j = 0
    while True:
        j += 1
        if j == 2: continue
        if j > 3: break
        print i, j,
    else:
        print 'never'
    if i == 2: break
else:
    print 'never too'
print
n = 0
while 1:
    n += 1
    try:
        if n < 3: continue
        break
    finally:
        print 'finally', n
