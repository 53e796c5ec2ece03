class Quiet(KeyboardInterrupt): pass
raise Quiet('stop')
