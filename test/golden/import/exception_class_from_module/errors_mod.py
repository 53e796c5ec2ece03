class AppError(Exception):
    def __init__(self, code):
        Exception.__init__(self, 'application failed with %d' % code)
        self.code = code

def fail(code):
    raise AppError(code)
