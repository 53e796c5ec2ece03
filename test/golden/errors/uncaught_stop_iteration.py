it = iter([1])
it.next()
it.next()
