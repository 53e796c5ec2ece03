# Dates of answers: names of days and months are the handler's own.
import BaseHTTPServer
import re
class Quiet(BaseHTTPServer.BaseHTTPRequestHandler):
    def __init__(self):
        pass
class German(Quiet):
    weekdayname = ['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So']
    monthname = ['x'] * 13
print Quiet().date_time_string(0), '|', German().date_time_string(86400 * 3.5)
for i in range(2):
    for cls in Quiet, German:
        text = cls().date_time_string()
        print re.sub('[0-9]', '9', text.replace(text[:3], '***')[-12:]), len(text) - len(cls().date_time_string())
        print text.split(',')[0] in cls.weekdayname, text.split()[2] in cls.monthname
