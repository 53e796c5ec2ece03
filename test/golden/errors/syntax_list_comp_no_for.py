x = [a if b for c in d]
