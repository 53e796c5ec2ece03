# Modules in encodings that Python has by names of its own.
import in_number, in_japanese, in_arabic, in_farsi, in_latin9, in_korean
import in_trade, in_rot13

for module in (in_number, in_japanese, in_arabic, in_farsi, in_latin9,
               in_korean, in_trade, in_rot13):
    print module.__name__, repr(module.text), repr(module.bytes),
    print repr(module.raw), repr(module.escaped)
