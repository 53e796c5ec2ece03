class Outer(object):
    class Nested(Exception):
        pass
raise Outer.Nested('nested name')
