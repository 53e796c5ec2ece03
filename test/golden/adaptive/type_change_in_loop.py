x = 0
out = []
for i in range(12):
    out.append(x)
    if i == 3: x = float(x)
    elif i == 5: x = str(x)
    elif i == 7: x = [x]
    elif i == 9: x = len(x)
    else: x = x + x
print out
