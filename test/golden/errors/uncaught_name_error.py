def total(items):
    result = 0
    for i in items:
        result += valu
    return result
total([1])
