data = ['10', '9', 'x']
data.sort(key=lambda s:
          int(s))
