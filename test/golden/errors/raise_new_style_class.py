class NotAnException(object): pass
raise NotAnException()
