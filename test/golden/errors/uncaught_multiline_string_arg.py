def fail(s):
    raise ValueError(s)
fail("""first
second
third""")
