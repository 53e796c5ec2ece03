class Oops:
    def __str__(self): return 'old style text'
raise Oops()
