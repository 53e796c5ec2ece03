try:
    [][0]
except IndexError:
    undefined_in_handler
