import warnings
def api():
    warnings.warn('use new_api', UserWarning, stacklevel=2)
def caller():
    api()
caller()
