flag = True
value = 'a' if not flag else \
    'b' + 1
