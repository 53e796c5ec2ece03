values = [1, 0]
total = sum(10 / v
            for v in values)
