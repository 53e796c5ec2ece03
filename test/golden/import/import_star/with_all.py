__all__ = ['listed', '_underscored']
listed = 'l'
_underscored = 'u'
unlisted = 'n'
