/* The constants of a compiled module, as codegen writes them.
 *
 * A stream of items without padding; each is a tag byte and its payload:
 *
 *   N T F .      None, True, False, Ellipsis
 *   i varint     int: zigzag, 64 bits
 *   l varint text   long: length, then sign ("-" or none) and hex digits
 *   f 8 bytes    float, IEEE 754 little-endian
 *   c 16 bytes   complex: real, imaginary, as f
 *   s varint bytes  str
 *   n varint bytes  str, interned: names and strs that look like names
 *   m varint bytes  str: the interned one, if there is one
 *   u varint bytes  unicode in UTF-8; lone surrogates encoded as any other
 *   ( varint items  tuple of the items that follow
 *   @ varint     the constant with this index, decoded before
 *
 * varint: 7 bits per byte, low first, the top bit set on all but the last.
 * zigzag: (n << 1) ^ (n >> 63). */
#ifndef RT_CONSTANTS_H
#define RT_CONSTANTS_H

#include "object.h"

/* UTF-8 that may hold surrogates, each encoded by itself. */
PyUnicode *unicode_from_wtf8(const char *bytes, size_t n);
/* Decodes n constants into table; -1 with MemoryError. */
int constants_load(const unsigned char *stream, Value *table, int32_t n);

#endif
