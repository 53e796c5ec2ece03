import log, time
ready = False
log.lines.append('slow starts')
time.sleep(.05)
ready = True
