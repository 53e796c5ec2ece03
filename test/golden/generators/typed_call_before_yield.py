# Two results of one call, an error edge and a suspension close together.
COUNT = 0
def bump(n=1):
    global COUNT
    COUNT += n
    return COUNT
def g(log):
    try:
        log.append((yield bump(2)))
    except Exception as e:
        log.append(type(e).__name__)
    log.append((yield bump(0.5)))
log = []
it = g(log)
print it.next(), it.send('a'), list(it), log
it = g(log)
print it.next(), it.throw(KeyError), log
