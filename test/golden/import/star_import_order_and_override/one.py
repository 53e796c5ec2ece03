x = 'one'
only_one = 1
