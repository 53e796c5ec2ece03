class Config(object):
    name = 'x'
    value = int(name)
