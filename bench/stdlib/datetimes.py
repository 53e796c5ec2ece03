"""datetime and time: arithmetic, formatting, parsing."""
import datetime
import time


def main():
    day = datetime.timedelta(days=1, seconds=17)
    now = datetime.datetime(2001, 2, 3, 4, 5, 6)
    texts = []
    for i in xrange(60000):
        now += day
        if now.weekday() < 5 and now.month != 2:
            texts.append(now.isoformat())
    for i in xrange(40000):
        texts.append(now.strftime('%Y-%m-%d %H:%M:%S'))
    total = 0
    for text in texts[:8000]:
        when = datetime.datetime.strptime(text, '%Y-%m-%dT%H:%M:%S')
        total += (when - datetime.datetime(2000, 1, 1)).days
    for i in xrange(60000):
        total += time.gmtime(i * 10000).tm_yday
    dates = [datetime.date.fromordinal(730000 + i % 5000)
             for i in xrange(60000)]
    dates.sort()
    print len(texts), total, texts[-1], dates[0], max(dates), len(set(dates))


main()
