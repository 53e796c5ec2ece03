exec = 5
