# Only text may be a number or searched for: not what an array exports.
import array

a = array.array('H', [1, 2])
for f in (lambda: bytearray("x") + a, lambda: bytearray("xyz").find(a),
          lambda: bytearray("xyz").join([a]),
          lambda: bytearray("x").__iadd__(a), lambda: bytearray("x") == a,
          lambda: bytearray("abc").extend(a), lambda: memoryview(a),
          lambda: "abc".find(a), lambda: "abc".join([a]), lambda: "abc" + a,
          lambda: bytearray("x") + buffer("y"),
          lambda: bytearray("y").strip(a), lambda: int(a), lambda: float(a),
          lambda: int(buffer(a)), lambda: float(buffer(a)),
          lambda: long(buffer(a)), lambda: int(buffer("12")),
          lambda: float(buffer("12")), lambda: int(bytearray("12")),
          lambda: int(memoryview("12")), lambda: float(memoryview("12")),
          lambda: int(buffer(array.array('c'))),
          lambda: "a".startswith(buffer("a")), lambda: "ab".replace(a, "x")):
    try:
        print repr(f())
    except Exception, e:
        print type(e).__name__, e
