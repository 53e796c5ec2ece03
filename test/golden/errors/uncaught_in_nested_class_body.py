def make():
    class Outer:
        class Inner(object):
            x = undefined_thing
    return Outer
make()
