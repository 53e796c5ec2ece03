open('/no/such/directory/file.txt')
