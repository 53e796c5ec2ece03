x = 'two'
only_two = 2
