a = 5
b = a + \
    None
