import warnings
def old():
    warnings.warn('old() is outdated')
old()
old()
warnings.warn('runtime thing', RuntimeWarning)
warnings.warn('deprecated is silent', DeprecationWarning)
print 'done'
