class E(Exception): pass
E.__name__ = 'Other'
raise E
