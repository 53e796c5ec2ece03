print('a', end='')
