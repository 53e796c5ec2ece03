"""logging: records through formatters and handlers, and those left out."""
import logging
import StringIO


def main():
    out = StringIO.StringIO()
    handler = logging.StreamHandler(out)
    handler.setFormatter(logging.Formatter(
        '%(levelname)s:%(name)s:%(funcName)s: %(message)s'))
    log = logging.getLogger('a.b')
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    for i in xrange(20000):
        log.info('number %d of %s', i, 'many')
        log.debug('not shown %d', i)
    for i in xrange(200000):
        log.debug('not shown')
    text = out.getvalue()
    print len(text), text[:40]


main()
