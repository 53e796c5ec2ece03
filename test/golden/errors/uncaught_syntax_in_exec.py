def run(s):
    exec s in {}
run("x = 1\nif x:\n    y = (\nprint y\n")
